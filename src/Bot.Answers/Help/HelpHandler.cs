using Bot.Answers.Funding;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Answers.Timelines;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Help;

/// <summary><c>/help [COMMAND]</c>: what the caller may use, from the catalogue, written as on the caller's platform.</summary>
/// <param name="catalogue">All commands of the bot, including those of other parts; read on each call.</param>
public sealed class HelpHandler(Func<CommandCatalogue> catalogue, SeriesCatalogue access, FundingQueries funding, TimeProvider clock)
    : ICommandHandler
{
    public const string Name = "help";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var series = access.AskedBy(call);
        var frame = new AnswerFrame(call, series ?? access.First, clock);
        var usable = catalogue()
            .All.SelectMany(command =>
                command.Subcommands.Where(one => one.Allows(call)).Select(one => new CommandTarget(command, one, call))
            )
            .ToList();
        var company = series is null ? null : await funding.NewestCompanyAsync(series.Key, cancellationToken);
        var asked = AskedText.Clean(call.Text).TrimStart('/');
        if (asked.Length == 0)
        {
            return frame.Reply(
                [AnswerFrame.First(frame.Texts.Of(AnswerText.HelpMany, usable.Count)), .. List(frame, usable, company)],
                Buttons(frame, usable, company)
            );
        }

        var named = usable.Where(one => IsNamed(one, asked)).ToList();
        return named.Count > 0
            ? frame.Reply([.. named.SelectMany(one => Details(frame, one, company))], Buttons(frame, named, company))
            : frame.Reply(
                [AnswerFrame.First(frame.Texts.Of(AnswerText.HelpUnknown, AskedText.Shown(asked))), .. List(frame, usable, company)],
                Buttons(frame, usable, company)
            );
    }

    /// <summary>Matches the command's name or a word for it, the command under which it is typed, or the whole path.</summary>
    private static bool IsNamed(CommandTarget one, string asked)
    {
        var (command, subcommand, call) = one;
        var path = command.PathOn(call.Platform, subcommand);
        return command.IsCalled(asked)
            || path.Equals(asked, StringComparison.OrdinalIgnoreCase)
            || path.StartsWith(asked + " ", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<Block> List(AnswerFrame frame, IReadOnlyList<CommandTarget> usable, string? company)
    {
        foreach (var one in usable.Where(one => one.Subcommand.Access == Access.Everyone))
        {
            yield return Nodes.Role(BlockRole.Card, Line(frame, one), frame.Example(Example(one, company)));
        }

        var administering = usable.Where(one => one.Subcommand.Access == Access.Admins).ToList();
        if (administering.Count > 0)
        {
            yield return Nodes.Small(frame.Texts[AnswerText.HelpAdmin]);
            foreach (var one in administering)
            {
                yield return Line(frame, one);
            }
        }
    }

    private static ParagraphBlock Line(AnswerFrame frame, CommandTarget one) =>
        Nodes.Paragraph(
            new CodeInline(CommandUsage.Of(one.Command, one.Subcommand, one.Call)),
            Nodes.Text(" " + one.Subcommand.Summary.In(frame.Texts.Locale))
        );

    private static IEnumerable<Block> Details(AnswerFrame frame, CommandTarget one, string? company)
    {
        yield return Line(frame, one);
        foreach (var argument in one.Subcommand.Arguments)
        {
            yield return Nodes.Paragraph(
                new CodeInline(CommandUsage.Name(argument, frame.Texts.Locale)),
                Nodes.Text(" " + argument.Summary.In(frame.Texts.Locale))
            );
            if (argument.Choices.Count > 0)
            {
                var choices = argument.Choices.Select(choice => $"{choice.Value} {choice.Label.In(frame.Texts.Locale)}");
                yield return Nodes.Paragraph(frame.Texts[AnswerText.HelpChoices] + string.Join(frame.Texts.Shared.Separator, choices));
            }
        }

        var also = one.Subcommand.Name.Length == 0 ? one.Command.Words : one.Subcommand.Words;
        if (also.Count > 0)
        {
            yield return Nodes.Small(frame.Texts.Of(AnswerText.HelpAlso, string.Join(frame.Texts.Shared.Separator, also)));
        }

        if (one.Subcommand.Access == Access.Everyone)
        {
            yield return frame.Example(Example(one, company));
        }
    }

    /// <summary>An example about a company uses one that is in the archive.</summary>
    private static string Example(CommandTarget one, string? company) =>
        one.Command.Name is FundingHandler.Name or CompanyHandler.Name && company is not null
            ? $"{one.Command.Name} {AskedText.Clean(company)}"
            : one.Command.Example;

    private static IEnumerable<Button> Buttons(AnswerFrame frame, IEnumerable<CommandTarget> usable, string? company) =>
        usable
            .Where(one => one.Command.Name != Name && one.Subcommand.IsOpen)
            .Select(one =>
            {
                var example = Example(one, company);
                return frame.Button(
                    AskedText.Shown(frame.Typed(example)),
                    one.Command.Name,
                    example[one.Command.Name.Length..].Trim(),
                    date: null
                );
            });
}
