using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Replies;

/// <summary>
/// The answer while there is no briefing at all: when the next one is expected, what waits for confirmation and, where an operator reads,
/// how to fill the archive.
/// </summary>
/// <param name="next">Null where nothing is delivered.</param>
public sealed class EmptyArchive(BriefingQueries briefings, INextDelivery? next = null)
{
    public async Task<Reply> AnswerAsync(AnswerFrame frame, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var held = await briefings.HeldAsync(frame.Series, OtherBriefings.MostHeld, cancellationToken);
        var expected = next is null ? null : await next.OfAsync(frame.Series, frame.Channel, cancellationToken);
        return frame.Reply([
            AnswerFrame.First(
                expected is null
                    ? frame.Texts[AnswerText.EmptyArchive]
                    : frame.Texts.Of(
                        expected.IsLatest ? AnswerText.EmptyArchiveNextBy : AnswerText.EmptyArchiveNext,
                        $"{frame.Dates.Day(DayOf(expected))} {Dates.Time(expected.At, expected.Zone)}"
                    )
            ),
            .. OtherBriefings.Held(frame, held),
            .. frame.IsOperators
                ?
                [
                    Way(frame, AnswerText.EmptyArchiveFile, "dotnet run --project src/Bot -- ingest FILE.md"),
                    Way(frame, AnswerText.EmptyArchiveHttp, "POST /api/briefings"),
                    Way(frame, AnswerText.EmptyArchiveInbox, "Intake:Inbox"),
                ]
                : Array.Empty<Block>(),
        ]);
    }

    private static DateOnly DayOf(ExpectedDelivery expected) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(expected.At, expected.Zone).DateTime);

    private static ParagraphBlock Way(AnswerFrame frame, AnswerText label, string way) =>
        Nodes.Paragraph(Nodes.Text(frame.Texts[label]), new CodeInline(way));
}
