using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Chat.Commands;

namespace Bot.Answers.Items;

/// <summary>Finds the items of one kind of the briefing that a question is about: the newest that has any.</summary>
public sealed class ItemsOfDay(BriefingQueries briefings, EmptyArchive nothing, ItemQueries items)
{
    /// <summary>The briefing and its items, or the answer that there are none.</summary>
    /// <param name="asked">Days asked about; null: the newest briefing with such items.</param>
    /// <param name="command">Name of the command, for the way on.</param>
    /// <param name="label">Label of a button that repeats the command for a day.</param>
    /// <param name="none">Says that a day's briefing has none; takes the days.</param>
    public async Task<(ArchivedBriefing? Briefing, IReadOnlyList<ArchivedItem> Items, Reply? None)> FindAsync(
        AnswerFrame frame,
        ItemKind kind,
        DateSpan? asked,
        string edition,
        string command,
        AnswerText label,
        AnswerText none,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(frame);
        var series = frame.Series;
        if (await briefings.NewestAsync(series, onOrBefore: null, cancellationToken) is not { } newest)
        {
            return (null, [], await nothing.AnswerAsync(frame, cancellationToken));
        }

        var days = asked ?? (edition.Length > 0 ? DateSpan.Of(newest.Date) : DateSpan.All);
        var briefing = days.IsDay
            ? await briefings.OfDayAsync(series, days.From, edition, cancellationToken)
            : await briefings.NewestWithAsync(series, kind, days, cancellationToken);
        var found = briefing is null ? [] : await items.OfBriefingAsync(briefing.Id, kind, cancellationToken);
        if (found.Count > 0)
        {
            return (briefing, found, null);
        }

        if (days.IsDay && briefing is null)
        {
            var held = await briefings.HeldAsync(series, OtherBriefings.MostHeld, cancellationToken);
            return (null, [], OtherBriefings.NoBriefing(frame, days, newest, held, command, label));
        }

        var other = await briefings.NewestWithAsync(series, kind, DateSpan.All, cancellationToken);
        return (
            null,
            [],
            frame.Reply(
                [AnswerFrame.First(frame.Texts.Of(none, frame.Dates.Span(days)))],
                other is null ? frame.DayButton(AnswerText.BriefingOfDay, "briefing", newest) : frame.DayButton(label, command, other)
            )
        );
    }
}
