using Bot.Answers.Arguments;
using Bot.Answers.Items;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Posts;
using Markdig.Syntax;

namespace Bot.Answers.Insights;

/// <summary><c>/insight [DATE]</c>: what the newest briefing, or that of a day, concludes, as its author wrote it.</summary>
public sealed class InsightHandler(
    SeriesCatalogue access,
    AskedTimes times,
    AskedEditions editions,
    ItemsOfDay days,
    ReferenceQueries references,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "insight";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var (text, edition) = await editions.ReadAsync(call.Text, series, call.Date, cancellationToken);
        var words = new ArgumentWords(text);
        var typed = await times.TakeAsync(words, series, cancellationToken);
        var (frame, asked) = AnswerFrame.OfDays(call, "", typed, series, clock);
        if (!words.IsEmpty)
        {
            return frame.NotUnderstood(words.Left, Name);
        }

        var (briefing, found, none) = await days.FindAsync(
            frame,
            ItemKind.Insight,
            asked,
            edition,
            Name,
            AnswerText.InsightOfDay,
            AnswerText.InsightNone,
            cancellationToken
        );
        if (briefing is null)
        {
            return none!;
        }

        var rows = await ItemRows.LoadAsync(references, frame, found, cancellationToken);
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                frame.Texts.Counted(AnswerText.InsightFirstOne, AnswerText.InsightFirstMany, found.Count, frame.Day(briefing))
            ),
        };
        blocks.AddRange(frame.SampleNote([briefing]));
        blocks.AddRange(found.SelectMany(rows.Body));
        blocks.AddRange(SourcesLine.For(blocks, frame.Texts.Locale) is { } line ? [line] : []);
        return frame.OfDay(
            briefing,
            frame.Reply(
                blocks,
                frame.DayButton(AnswerText.OutlookOfDay, "outlook", briefing),
                frame.DayButton(AnswerText.SourcesOfDay, "sources", briefing)
            )
        );
    }
}
