using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Replies;

/// <summary>Answers for when there is no briefing to answer from; each suggests what to do next.</summary>
public static class OtherBriefings
{
    /// <summary>Held briefings that are looked up at most, and told at most.</summary>
    public const int MostHeld = 3;

    /// <summary>The days asked about have no briefing: the newest is offered.</summary>
    /// <param name="command">Command that the offer repeats for the newest.</param>
    /// <param name="label">Label of the offer; takes the day.</param>
    /// <param name="held">What waits for confirmation; that of the day is told.</param>
    public static Reply NoBriefing(
        AnswerFrame frame,
        DateSpan days,
        ArchivedBriefing newest,
        IReadOnlyList<HeldBriefing> held,
        string command,
        AnswerText label
    ) =>
        frame.Reply(
            [
                AnswerFrame.First(frame.Texts.Of(AnswerText.NoBriefingOfDay, frame.Dates.Span(days))),
                .. Held(frame, [.. held.Where(one => days.Contains(one.Key.Date))]),
                Nodes.Paragraph(frame.Texts.Of(AnswerText.NewestBriefing, frame.Day(newest))),
            ],
            frame.DayButton(label, command, newest)
        );

    /// <summary>
    /// What the answer may lack because it waits for a person's word: to an operator with the reason and the command that releases
    /// it, to a member that it is being checked. Nothing when nothing waits.
    /// </summary>
    public static IEnumerable<Block> Held(AnswerFrame frame, IReadOnlyList<HeldBriefing> held)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(held);
        foreach (var one in held.Take(frame.IsOperators ? MostHeld : 1))
        {
            var day = frame.WithEdition(frame.Dates.Day(one.Key.Date), one.Key.Edition);
            yield return !frame.IsOperators
                ? Nodes.Paragraph(frame.Texts.Of(AnswerText.BeingChecked, day))
                : Nodes.Paragraph(
                    Nodes.Text(
                        one.Reason is { } reason
                            ? frame.Texts.Of(AnswerText.HeldBecause, day, frame.Texts.Shared[$"Hold.{reason}"])
                            : frame.Texts.Of(AnswerText.Held, day)
                    ),
                    new CodeInline($"confirm {one.Key.Arguments}")
                );
        }
    }

    /// <summary>The workspace may not ask about the series: like an archive that holds nothing for it.</summary>
    public static Reply NothingToAsk(CommandCall call)
    {
        var body = new MarkdownDocument { AnswerFrame.First(AnswerTexts.In(call.Locale)[AnswerText.NothingToAsk]) };
        return new Reply(new Message(body) { Locale = call.Locale }) { Succeeded = false };
    }
}
