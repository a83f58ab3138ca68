using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Chat.Commands;

/// <summary>Hands a call to its command's handler. What is no command gets the nearest names and the way to help.</summary>
public sealed class CommandDispatcher(CommandCatalogue catalogue)
{
    private const int LongestShown = 40;

    public CommandCatalogue Catalogue => catalogue;

    public Task<Reply> DispatchAsync(CommandCall call, CancellationToken cancellationToken) => catalogue.Find(call.Name) switch
    {
        null => Task.FromResult(Unknown(call)),
        { AdminsOnly: true } when !call.IsAdmin => Task.FromResult(Refusal(call, Texts.In(call.Locale).Format("AdminsOnly", call.Name))),
        var command => command.Handler.HandleAsync(call, cancellationToken),
    };

    private Reply Unknown(CommandCall call)
    {
        var texts = Texts.In(call.Locale);
        var nearest = catalogue.Nearest(call.Name);
        return Refusal(
            call,
            texts.Format("UnknownCommand", Graphemes.Cut(Invisible.Drop(call.Name), LongestShown)),
            nearest.Count == 0 ? null : texts.Format("UnknownCommandNearest", string.Join(texts.Separator, nearest.Select(name => "/" + name))),
            texts["UnknownCommandHelp"]);
    }

    private static Reply Refusal(CommandCall call, params string?[] sentences)
    {
        var body = new MarkdownDocument();
        foreach (var sentence in sentences.OfType<string>())
        {
            body.Add(Nodes.Paragraph(sentence));
        }

        return new Reply(new Message(body) { Locale = call.Locale }) { Succeeded = false };
    }
}
