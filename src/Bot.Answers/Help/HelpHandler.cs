using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Help;

/// <summary><c>/help [COMMAND]</c>: the commands that the caller may use, as the catalogue has them.</summary>
/// <param name="catalogue">All commands of the bot, those of other parts included; asked at each call.</param>
public sealed class HelpHandler(
    Func<IReadOnlyList<Command>> catalogue, SeriesCatalogue access, FundingQueries funding, TimeProvider clock) : ICommandHandler
{
    public const string Name = "help";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var series = access.AskedBy(call);
        var frame = new AnswerFrame(call, series ?? access.First, clock);
        var commands = catalogue().Where(command => call.IsAdmin || !command.AdminsOnly).ToList();
        var company = series is null ? null : await funding.NewestCompanyAsync(series.Key, cancellationToken);
        var asked = AskedText.Clean(call.Text).TrimStart('/').ToLowerInvariant();
        if (asked.Length > 0)
        {
            return commands.Find(command => command.Name == asked) is { } command
                ? frame.Reply([.. Details(frame, command, company)], Buttons(frame, [command], company))
                : frame.Reply([AnswerFrame.First(frame.Texts.Of(AnswerText.HelpUnknown, AskedText.Shown(asked))), .. List(frame, commands, company)], Buttons(frame, commands, company));
        }

        return frame.Reply(
            [AnswerFrame.First(frame.Texts.Of(AnswerText.HelpMany, commands.Count)), .. List(frame, commands, company)],
            Buttons(frame, commands, company));
    }

    private static IEnumerable<Block> List(AnswerFrame frame, IReadOnlyList<Command> commands, string? company) =>
        commands.Select(command => Nodes.Role(
            BlockRole.Card,
            Nodes.Paragraph(new CodeInline(Usage(command)), Nodes.Text(" " + command.Summary.In(frame.Texts.Locale))),
            frame.Example(Example(command, company))));

    private static IEnumerable<Block> Details(AnswerFrame frame, Command command, string? company)
    {
        yield return Nodes.Paragraph(new CodeInline(Usage(command)), Nodes.Text(" " + command.Summary.In(frame.Texts.Locale)));
        foreach (var subcommand in command.Subcommands)
        {
            yield return Nodes.Paragraph(
                new CodeInline($"/{command.Name} {subcommand.Name}{Usage(subcommand.Arguments)}"), Nodes.Text(" " + subcommand.Summary.In(frame.Texts.Locale)));
        }

        foreach (var argument in command.Arguments.Concat(command.Subcommands.SelectMany(subcommand => subcommand.Arguments)).DistinctBy(argument => argument.Name))
        {
            yield return Nodes.Paragraph(new CodeInline(argument.Name), Nodes.Text(" " + argument.Summary.In(frame.Texts.Locale)));
            if (argument.Choices.Count > 0)
            {
                var choices = argument.Choices.Select(choice => $"{choice.Value} {choice.Label.In(frame.Texts.Locale)}");
                yield return Nodes.Paragraph(frame.Texts[AnswerText.HelpChoices] + string.Join(frame.Texts.Shared.Separator, choices));
            }
        }

        yield return frame.Example(Example(command, company));
    }

    /// <summary>/funding [COMPANY], /outlook [short|medium|long], /briefing subscribe|status.</summary>
    private static string Usage(Command command) => "/" + command.Name + (command.Subcommands.Count > 0
        ? " " + string.Join('|', command.Subcommands.Select(subcommand => subcommand.Name))
        : Usage(command.Arguments));

    private static string Usage(IEnumerable<CommandArgument> arguments) => string.Concat(arguments.Select(argument =>
    {
        var word = argument.Choices.Count > 0 ? string.Join('|', argument.Choices.Select(choice => choice.Value)) : argument.Name.ToUpperInvariant();
        return argument.Required ? $" {word}" : $" [{word}]";
    }));

    /// <summary>An example about a company names one that this archive knows.</summary>
    private static string Example(Command command, string? company) =>
        command.Name == Funding.FundingHandler.Name && company is not null ? $"{command.Name} {AskedText.Clean(company)}" : command.Example;

    private static IEnumerable<Button> Buttons(AnswerFrame frame, IEnumerable<Command> commands, string? company) =>
        commands.Where(command => command.Name != Name && !command.AdminsOnly).Select(command =>
        {
            var example = Example(command, company);
            return frame.Button("/" + AskedText.Shown(example), command.Name, example[command.Name.Length..].Trim(), date: null);
        });
}
