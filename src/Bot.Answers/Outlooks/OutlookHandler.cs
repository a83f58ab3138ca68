using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Outlooks;

/// <summary>
/// <c>/outlook [short|medium|long] [DATE] [--changes]</c>: the outlook of the newest briefing that has one, or how it differs from the
/// previous one.
/// </summary>
public sealed class OutlookHandler(
    SeriesCatalogue access,
    AskedTimes times,
    AskedEditions editions,
    BriefingQueries briefings,
    EmptyArchive nothing,
    OutlookQueries outlooks,
    ReferenceQueries references,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "outlook";

    /// <summary>Asks how it differs.</summary>
    public const string Changes = "changes";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        // What is typed is newer than what the button was pinned to.
        var (text, edition) = await editions.ReadAsync(call.Text, series, call.Date, cancellationToken);
        var words = new ArgumentWords(text);
        var isChanges = ChangesArgument.Take(words);
        // First the horizon: two years ahead are no span of days.
        var horizon = HorizonArgument.Take(words);
        var days = await times.TakeAsync(words, series, cancellationToken) ?? (call.Date is { } pinned ? DateSpan.Of(pinned) : null);
        var frame = new AnswerFrame(
            call with
            {
                Text = $"{(horizon is { } known ? HorizonArgument.Value(known) : "")} {(isChanges ? Changes : "")}".Trim(),
                Date = days is { IsDay: true } day ? day.From : null,
            },
            series,
            clock
        );
        var replies = new OutlookReplies(frame, days);
        if (!words.IsEmpty)
        {
            return replies.Unknown(text);
        }

        var found = await FindAsync(series.Key, horizon, days, edition, cancellationToken);
        if (found is null)
        {
            return await NothingAsync(series.Key, horizon, days, frame, replies, cancellationToken);
        }

        if (isChanges)
        {
            return await ChangesAsync(frame, found, horizon, cancellationToken);
        }

        var entries = horizon is { } one ? found.Entries.Where(entry => entry.Horizon == one).ToList() : found.Entries;
        var sources = await CitedSources.LoadAsync(
            references,
            frame,
            entries.Select(entry => (found.Briefing.Id, entry.Citations)),
            cancellationToken
        );
        return horizon is null ? replies.All(found.Briefing, entries, sources) : replies.One(found, entries, sources);
    }

    /// <summary>Against the previous day that has an outlook of the horizon.</summary>
    private async Task<Reply> ChangesAsync(AnswerFrame frame, ArchivedOutlook found, Horizon? horizon, CancellationToken cancellationToken)
    {
        var date = found.Briefing.Date;
        var previous =
            date == DateOnly.MinValue
                ? null
                : await outlooks.NewestAsync(frame.Series, horizon, DateSpan.UpTo(date.AddDays(-1)), cancellationToken);
        var changes = previous is null ? [] : OutlookChange.Between(Asked(previous), Asked(found));
        var cited = changes.SelectMany(change =>
            new[] { (previous!.Briefing.Id, change.Before?.Citations), (found.Briefing.Id, change.After?.Citations) }
        );
        var sources = await CitedSources.LoadAsync(
            references,
            frame,
            cited.Where(entry => entry.Item2 is not null).Select(entry => (entry.Id, entry.Item2!)),
            cancellationToken
        );
        var replies = new OutlookChangeReplies(frame, found.Briefing, sources);
        return previous is null ? replies.NoPrevious() : replies.Of(previous.Briefing, changes);

        List<Outlook> Asked(ArchivedOutlook outlook) => [.. outlook.Entries.Where(entry => horizon is null || entry.Horizon == horizon)];
    }

    private async Task<ArchivedOutlook?> FindAsync(
        string series,
        Horizon? horizon,
        DateSpan? days,
        string edition,
        CancellationToken cancellationToken
    )
    {
        if (days is not { IsDay: true } && edition.Length == 0)
        {
            return await outlooks.NewestAsync(series, horizon, days ?? DateSpan.All, cancellationToken);
        }

        var day = days?.From ?? (await briefings.NewestAsync(series, onOrBefore: null, cancellationToken))?.Date;
        return day is { } asked && await briefings.OfDayAsync(series, asked, edition, cancellationToken) is { } briefing
            ? await outlooks.OfBriefingAsync(briefing, horizon, cancellationToken)
            : null;
    }

    private async Task<Reply> NothingAsync(
        string series,
        Horizon? horizon,
        DateSpan? days,
        AnswerFrame frame,
        OutlookReplies replies,
        CancellationToken cancellationToken
    )
    {
        if (await briefings.NewestAsync(series, onOrBefore: null, cancellationToken) is not { } newest)
        {
            return await nothing.AnswerAsync(frame, cancellationToken);
        }

        var held = await briefings.HeldAsync(series, OtherBriefings.MostHeld, cancellationToken);
        if (days is { } asked && await briefings.AskedAsync(series, asked, edition: "", cancellationToken) is null)
        {
            return OtherBriefings.NoBriefing(frame, asked, newest, held, Name, Texts.AnswerText.OutlookOfDay);
        }

        var other =
            await outlooks.NewestAsync(series, horizon, DateSpan.All, cancellationToken)
            ?? await outlooks.NewestAsync(series, horizon: null, DateSpan.All, cancellationToken);
        return replies.Nothing(horizon, other?.Briefing, newest, held);
    }
}
