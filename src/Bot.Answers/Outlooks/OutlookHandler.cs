using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Outlooks;

/// <summary><c>/outlook [short|medium|long] [DATE]</c>: the outlook of the newest briefing that has one.</summary>
public sealed class OutlookHandler(
    SeriesCatalogue access,
    AskedDays days,
    AskedEditions editions,
    BriefingQueries briefings,
    OutlookQueries outlooks,
    ReferenceQueries references,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "outlook";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        // What is typed is newer than what the button was pinned to.
        var (text, edition) = await editions.ReadAsync(call.Text, series, call.Date, cancellationToken);
        var words = new ArgumentWords(text);
        var date = await days.TakeAsync(words, series, cancellationToken) ?? call.Date;
        Horizon? horizon = HorizonArgument.TryParse(words.Left, out var asked) ? asked : null;
        var frame = new AnswerFrame(
            call with
            {
                Text = horizon is { } known ? HorizonArgument.Value(known) : "",
                Date = date,
            },
            series,
            clock
        );
        var replies = new OutlookReplies(frame, date);
        if (horizon is null && !words.IsEmpty)
        {
            return replies.Unknown(words.Left);
        }

        var found = await FindAsync(series.Key, horizon, date, edition, cancellationToken);
        if (found is null)
        {
            return await NothingAsync(series.Key, horizon, date, frame, replies, cancellationToken);
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

    private async Task<ArchivedOutlook?> FindAsync(
        string series,
        Horizon? horizon,
        DateOnly? date,
        string edition,
        CancellationToken cancellationToken
    )
    {
        if (date is null && edition.Length == 0)
        {
            return await outlooks.NewestAsync(series, horizon, date: null, cancellationToken);
        }

        var day = date ?? (await briefings.NewestAsync(series, onOrBefore: null, cancellationToken))?.Date;
        return day is { } asked && await briefings.OfDayAsync(series, asked, edition, cancellationToken) is { } briefing
            ? await outlooks.OfBriefingAsync(briefing, horizon, cancellationToken)
            : null;
    }

    private async Task<Reply> NothingAsync(
        string series,
        Horizon? horizon,
        DateOnly? date,
        AnswerFrame frame,
        OutlookReplies replies,
        CancellationToken cancellationToken
    )
    {
        if (await briefings.NewestAsync(series, onOrBefore: null, cancellationToken) is not { } newest)
        {
            return OtherBriefings.EmptyArchive(frame, await briefings.HeldAsync(series, OtherBriefings.MostHeld, cancellationToken));
        }

        var held = await briefings.HeldAsync(series, OtherBriefings.MostHeld, cancellationToken);
        if (date is { } day && await briefings.OfDayAsync(series, day, edition: "", cancellationToken) is null)
        {
            return OtherBriefings.NoBriefing(frame, day, newest, held, Name, Texts.AnswerText.OutlookOfDay);
        }

        var other =
            await outlooks.NewestAsync(series, horizon, date: null, cancellationToken)
            ?? await outlooks.NewestAsync(series, horizon: null, date: null, cancellationToken);
        return replies.Nothing(horizon, other?.Briefing, newest, held);
    }
}
