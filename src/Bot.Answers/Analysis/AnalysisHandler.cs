using Bot.Answers.Arguments;
using Bot.Answers.Items;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Analysis;

/// <summary><c>/analysis [DATE] [--diff]</c>: the comparison of the newest briefing that has one, or which of its cells changed.</summary>
public sealed class AnalysisHandler(
    SeriesCatalogue access,
    AskedTimes times,
    AskedEditions editions,
    ItemsOfDay days,
    BriefingQueries briefings,
    ItemQueries items,
    ReferenceQueries references,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "analysis";

    /// <summary>Asks for what changed.</summary>
    public const string Diff = "diff";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var (text, edition) = await editions.ReadAsync(call.Text, series, call.Date, cancellationToken);
        var words = new ArgumentWords(text);
        var isDiff = ChangesArgument.Take(words);
        var typed = await times.TakeAsync(words, series, cancellationToken);
        var (frame, asked) = AnswerFrame.OfDays(call, isDiff ? Diff : "", typed, series, clock);
        if (!words.IsEmpty)
        {
            return frame.NotUnderstood(words.Left, Name);
        }

        var (briefing, found, none) = await days.FindAsync(
            frame,
            ItemKind.ComparisonRow,
            asked,
            edition,
            Name,
            AnswerText.AnalysisOfDay,
            AnswerText.AnalysisNone,
            cancellationToken
        );
        if (briefing is null)
        {
            return none!;
        }

        var previous =
            isDiff && briefing.Date > DateOnly.MinValue
                ? await briefings.NewestWithAsync(
                    series.Key,
                    ItemKind.ComparisonRow,
                    DateSpan.UpTo(briefing.Date.AddDays(-1)),
                    cancellationToken
                )
                : null;
        var before = previous is null ? [] : await items.OfBriefingAsync(previous.Id, ItemKind.ComparisonRow, cancellationToken);
        var cited = await references.OfBriefingAsync(briefing.Id, cancellationToken);
        var citedBefore = previous is null ? [] : await references.OfBriefingAsync(previous.Id, cancellationToken);
        var replies = new AnalysisReplies(frame, briefing, cited);
        return !isDiff ? replies.Table(found)
            : previous is null ? replies.NoPrevious()
            : replies.Changes(previous, citedBefore, RowChange.Between(before, found));
    }
}
