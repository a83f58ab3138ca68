using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Discord.Api;
using Bot.Posts;
using Markdig.Syntax;

namespace Bot.Discord.Rendering;

/// <summary>
/// Renders a message for Discord: one container with a bar in the colour of its kind; a thread's root as content. A message that is too
/// long becomes several parts within Discord's limits. Pure: the same message gives the same bytes.
/// </summary>
public static class DiscordRenderer
{
    private const string Nothing = "-# …";

    /// <summary>At least one; several are marked (1/2). May take the message apart.</summary>
    public static IReadOnlyList<DiscordMessage> Render(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        TableArrangement.Arrange(message.Body, message.Locale);
        var renderer = new ComponentRenderer();
        if (message.ThreadName is { } name)
        {
            var (content, rest) = new RootRenderer(renderer).Render(message);
            // Discord refuses an empty message.
            var root = new DiscordMessage(content.Length > 0 ? content : Nothing, Row(message) ?? Help(message.Locale), NameOf(name));
            return rest.Count == 0 ? [root] : [root, .. Sections(renderer, new Message([.. rest]) { Locale = message.Locale })];
        }

        return Sections(renderer, message);
    }

    /// <summary>For anything but a root.</summary>
    private static IReadOnlyList<DiscordMessage> Sections(ComponentRenderer renderer, Message message)
    {
        var whole = Of(renderer, message, [.. message.Body], Row(message), Links.All);
        if (whole.Fits)
        {
            return [whole];
        }

        // The buttons go on the last part, which is not known while the parts are filled, so room is left on each.
        var parts = new MessageSplitter(blocks => Of(renderer, message, blocks, Row(message), Links.All).Fits).Split(message);
        return [.. parts.SelectMany(part => Parts(renderer, part))];
    }

    /// <summary>
    /// One part that fits; links are given up before words. What is too long even without links, such as a single word longer than a
    /// message, continues in further messages.
    /// </summary>
    private static List<DiscordMessage> Parts(ComponentRenderer renderer, Message part)
    {
        List<Block> blocks = [.. part.Body];
        foreach (var links in (ReadOnlySpan<Links>)[Links.All, Links.NotOfSources, Links.None])
        {
            var message = Of(renderer, part, blocks, Row(part), links);
            if (message.Fits)
            {
                return [message];
            }
        }

        return [.. Overlong.Cut(renderer.Components(blocks, Links.None)).Select(components => Of(part, components))];
    }

    private static DiscordMessage Of(
        ComponentRenderer renderer,
        Message message,
        IReadOnlyList<Block> blocks,
        Component.ActionRow? row,
        Links links
    )
    {
        var components = renderer.Components(blocks, links);
        if (row is not null)
        {
            components.Add(row);
        }

        return Of(message, components);
    }

    private static DiscordMessage Of(Message message, IReadOnlyList<Component> components)
    {
        // An empty container is refused, and a message may have no words at all.
        var shown = components.Count > 0 ? components : [new Component.TextDisplay(Nothing)];
        return new DiscordMessage([new Component.Container(AccentColours.Of(message.Section), shown)]);
    }

    /// <summary>
    /// Null without buttons; the link to a post comes last. Buttons that Discord has no room for are left out, and so are duplicates.
    /// </summary>
    private static Component.ActionRow? Row(Message message)
    {
        var post = message.Post is { Address.AbsoluteUri: { Length: <= DiscordLimits.ButtonUrl } address } link
            ? new Component.LinkButton(Graphemes.Cut(link.Label, DiscordLimits.ButtonLabel), address)
            : null;
        List<Component> row =
        [
            .. message
                .Buttons.Select(button => (button.Label, Code: ButtonCode.Encode(button, DiscordLimits.CustomId)))
                .Where(button => button.Code is not null && button.Label.Trim().Length > 0)
                .DistinctBy(button => button.Code)
                .Take(DiscordLimits.ButtonsInRow - (post is null ? 0 : 1))
                .Select(button => new Component.Button(Graphemes.Cut(button.Label.Trim(), DiscordLimits.ButtonLabel), button.Code!)),
            .. post is null ? Array.Empty<Component>() : [post],
        ];
        return row.Count == 0 ? null : new Component.ActionRow(row);
    }

    /// <summary>A root always has a button, because it carries the post's mark.</summary>
    private static Component.ActionRow Help(Locale locale) =>
        new([
            new Component.Button(
                Texts.In(locale)["ButtonHelp"],
                ButtonCode.Encode(new Button("", "help", "", "", null), DiscordLimits.CustomId)!
            ),
        ]);

    private static string NameOf(string name) => Graphemes.Cut(FlatText.Collapse(Invisible.Drop(name)), DiscordLimits.ThreadName);
}
