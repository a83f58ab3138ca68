using Bot.Chat.Answering;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Chat.Commands;

/// <summary>
/// Passes a call to its handler. Anything that is not a command is tried as the name of a subject, such as a company, and as a question;
/// otherwise the reply suggests the nearest commands with the given arguments, or what can be asked, and help.
/// </summary>
/// <param name="subjects">Null if every question needs a command.</param>
/// <param name="readModel">Null if nothing that is read is remembered.</param>
/// <param name="note">Stands behind the first paragraph of answers that read; null if there is never any.</param>
public sealed class CommandDispatcher(
    CommandCatalogue catalogue,
    ISubjects? subjects = null,
    IReadModel? readModel = null,
    IAnswerNote? note = null
)
{
    private const int LongestShown = 40;

    public CommandCatalogue Catalogue => catalogue;

    public Task<Reply> DispatchAsync(CommandCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        call = call with { Typed = catalogue.Typed };
        var target = catalogue.Resolve(call);
        // What changes something reads for itself.
        return readModel is null || target is { Subcommand.IsOpen: false }
            ? DispatchAsync(call, target, cancellationToken)
            : readModel.AnswerAsync(() => DispatchAsync(call, target, cancellationToken), cancellationToken);
    }

    private async Task<Reply> DispatchAsync(CommandCall call, CommandTarget? called, CancellationToken cancellationToken)
    {
        if (called is { } target)
        {
            // Where the command was guessed, the line is a question first.
            var read = call.Question is { } line && target.Subcommand.IsOpen ? await AskedAsync(call, line, cancellationToken) : null;
            return await AnswerAsync(read ?? target, cancellationToken);
        }

        if (catalogue.Find(call.Name) is { } group)
        {
            return Usage(call, group);
        }

        return await AskedAsync(call, call.Question ?? call.Line, cancellationToken) is { } about
            ? await AnswerAsync(about, cancellationToken)
            : await UnknownAsync(call, cancellationToken);
    }

    private async ValueTask<CommandTarget?> AskedAsync(CommandCall call, string line, CancellationToken cancellationToken) =>
        await QuestionAsync(call, line, cancellationToken) is { } question ? catalogue.Resolve(question) : null;

    private async Task<Reply> AnswerAsync(CommandTarget target, CancellationToken cancellationToken)
    {
        var (command, subcommand, call) = target;
        if (!subcommand.Allows(call))
        {
            return Refused(call);
        }

        var reply = await subcommand.Handler.HandleAsync(call, cancellationToken);
        if (note is not null && subcommand.IsOpen && await note.OfAsync(call, cancellationToken) is { } said)
        {
            reply.Message.Body.Insert(Math.Min(1, reply.Message.Body.Count), said);
        }

        return reply with
        {
            Answers = new CommandTarget(command, subcommand, reply.Pinned ?? call),
        };
    }

    private ValueTask<CommandCall?> QuestionAsync(CommandCall call, string words, CancellationToken cancellationToken) =>
        subjects is null || words.Length == 0 ? new((CommandCall?)null) : subjects.QuestionAboutAsync(call, words, cancellationToken);

    private static Reply Refused(CommandCall call) => Refusal(call, [], Texts.In(call.Locale)["AdminsOnly"]);

    /// <summary>A subcommand is required: lists those the caller may use.</summary>
    private static Reply Usage(CommandCall call, Command group)
    {
        var offered = group.Subcommands.Where(one => one.Allows(call)).ToList();
        if (offered.Count == 0)
        {
            return Refused(call);
        }

        var asksHow = call.Text.Length == 0 || call.Text.Equals("help", StringComparison.OrdinalIgnoreCase);
        var reply = Refusal(
            call,
            [],
            [
                asksHow ? group.Summary.In(call.Locale) : Texts.In(call.Locale).Format("UnknownSubcommand", Shown(call.Text)),
                .. offered.Select(one => $"/{group.PathOn(call.Platform, one)} — {one.Summary.In(call.Locale)}"),
            ]
        );
        return reply with { Succeeded = asksHow };
    }

    private async Task<Reply> UnknownAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var texts = Texts.In(call.Locale);
        var nearest = subjects?.Knows(call.Name) == true ? [] : catalogue.Nearest(call.Name);
        if (nearest.Count == 0 && subjects is not null && catalogue.Resolve(subjects.Unread(call)) is { } unread)
        {
            return await AnswerAsync(unread, cancellationToken);
        }

        var arguments = await QuestionAsync(call, call.Text, cancellationToken) is { } about ? about.Text : call.Text;
        var buttons = nearest
            .Select(name => new Button(
                $"/{Shown($"{Path(call, name)} {arguments}")}".TrimEnd(),
                name,
                arguments,
                call.Series ?? "",
                call.Date
            ))
            .ToList();
        return Refusal(
            call,
            buttons,
            texts.Format("UnknownCommand", Shown(call.Name)),
            buttons.Count == 0
                ? null
                : texts.Format("UnknownCommandNearest", string.Join(texts.Separator, buttons.Select(button => button.Label))),
            texts["UnknownCommandHelp"]
        );
    }

    private string Path(CommandCall call, string name) =>
        catalogue.Find(name) is { } command ? command.PathOn(call.Platform, command.Own ?? command.Subcommands[0]) : name;

    private static string Shown(string words) => Graphemes.Cut(Invisible.Drop(words), LongestShown);

    private static Reply Refusal(CommandCall call, IReadOnlyList<Button> buttons, params IEnumerable<string?> sentences)
    {
        var body = new MarkdownDocument();
        foreach (var sentence in sentences.OfType<string>())
        {
            body.Add(Nodes.Paragraph(sentence));
        }

        return new Reply(new Message(body) { Locale = call.Locale, Buttons = buttons }) { Succeeded = false };
    }
}
