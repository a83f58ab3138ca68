using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts.Corrections;

/// <summary>Replaces a post that a revision no longer contains: names the section and says that it was removed.</summary>
public static class WithdrawnPost
{
    /// <param name="earlier">The previous revisions, starting with the one that was posted first.</param>
    /// <param name="identity">
    /// Identity of the section. A section that the briefing still has lost only a part, and is not named again.
    /// </param>
    public static Message Compose(IReadOnlyList<Briefing> earlier, Briefing now, string identity, Locale locale)
    {
        var body = new MarkdownDocument();
        if (!SectionIdentity.Of(now.Sections).Contains(identity) && HeadingOf(earlier, identity) is { } heading)
        {
            body.Add(Nodes.Role(BlockRole.Headline, Nodes.Heading(3, Nodes.Text(Invisible.Drop(heading)))));
        }

        body.Add(Nodes.Role(BlockRole.Correction, Nodes.Paragraph(Texts.In(locale)["Withdrawn"])));
        return new Message(body) { Locale = locale };
    }

    private static string? HeadingOf(IReadOnlyList<Briefing> earlier, string identity) =>
        earlier
            .Reverse()
            .SelectMany(briefing => SectionIdentity.Of(briefing.Sections).Zip(briefing.Sections))
            .Where(pair => pair.First == identity)
            .Select(pair => pair.Second.Heading)
            .FirstOrDefault();
}
