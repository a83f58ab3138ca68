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
    /// <summary>There is no briefing for the day; offers the newest.</summary>
    /// <param name="command">Command to repeat for the newest.</param>
    /// <param name="label">Button label; takes the day.</param>
    public static Reply NoBriefing(AnswerFrame frame, DateOnly date, ArchivedBriefing newest, string command, AnswerText label) =>
        frame.Reply(
            [
                AnswerFrame.First(frame.Texts.Of(AnswerText.NoBriefingOfDay, frame.Dates.Day(date))),
                Nodes.Paragraph(frame.Texts.Of(AnswerText.NewestBriefing, frame.Dates.Day(newest.Date))),
            ],
            frame.DayButton(label, command, newest));

    /// <summary>Says how to fill the archive, starting with a briefing that awaits confirmation.</summary>
    /// <param name="held">Date of the newest briefing that is held because of its date, or null.</param>
    public static Reply EmptyArchive(AnswerFrame frame, DateOnly? held) =>
        frame.Reply(
        [
            AnswerFrame.First(frame.Texts[AnswerText.EmptyArchive]),
            .. held is { } day ? [Way(frame, AnswerText.EmptyArchiveHeld, $"confirm {frame.Series} {day:yyyy-MM-dd}")] : Array.Empty<Block>(),
            Way(frame, AnswerText.EmptyArchiveFile, "dotnet run --project src/Bot -- ingest FILE.md"),
            Way(frame, AnswerText.EmptyArchiveHttp, "POST /api/briefings"),
            Way(frame, AnswerText.EmptyArchiveInbox, "Intake:Inbox"),
        ]);

    /// <summary>The workspace may not ask about the series: same answer as for an empty archive.</summary>
    public static Reply NothingToAsk(CommandCall call)
    {
        var body = new MarkdownDocument { AnswerFrame.First(AnswerTexts.In(call.Locale)[AnswerText.NothingToAsk]) };
        return new Reply(new Message(body) { Locale = call.Locale }) { Succeeded = false };
    }

    private static ParagraphBlock Way(AnswerFrame frame, AnswerText label, string way) =>
        Nodes.Paragraph(Nodes.Text(frame.Texts[label]), new CodeInline(way));
}
