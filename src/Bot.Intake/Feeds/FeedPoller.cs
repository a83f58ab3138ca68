using System.Collections.Concurrent;
using Bot.Chat;
using Microsoft.Extensions.Logging;

namespace Bot.Intake.Feeds;

/// <summary>
/// Polls feeds when the alarm clock says so, and less often while one fails. The servers' version identifiers are kept in memory: after a
/// restart each document comes once more and turns out to be the same.
/// </summary>
public sealed partial class FeedPoller(
    IReadOnlyList<FeedOptions> feeds,
    FeedClient client,
    IntakePipeline pipeline,
    TimeProvider time,
    ILogger<FeedPoller> logger
)
{
    /// <summary>Longest pause of a failing feed.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<Uri, FeedState> _states = new();

    /// <summary>Feeds whose last poll failed.</summary>
    public IReadOnlyDictionary<Uri, FeedTrouble> Troubled =>
        _states.Where(pair => pair.Value.Trouble is not null).ToDictionary(pair => pair.Key, pair => pair.Value.Trouble!.Value);

    /// <summary>Polls one feed, unless it is paused after failures.</summary>
    /// <param name="id"><see cref="FeedId"/>; an unknown one is an alarm that outlived its configuration and is ignored.</param>
    /// <returns>The receipt of a document that arrived; null if none did.</returns>
    public async Task<Receipt?> PollAsync(string id, CancellationToken cancellationToken)
    {
        if (feeds.FirstOrDefault(feed => FeedId.Of(feed.Url!) == id) is not { Url: { } address } feed)
        {
            return null;
        }

        var state = _states.GetOrAdd(address, _ => new FeedState());
        if (time.GetUtcNow() < state.NotBefore)
        {
            return null;
        }

        switch (await client.GetAsync(address, feed.AllowPrivate, state.Version, cancellationToken))
        {
            case FeedAnswer.Failed failed:
                Fail(feed, state, failed.Trouble, failed.Detail);
                return null;
            case FeedAnswer.Document document:
                var request = new IntakeRequest(NameOf(address), document.Bytes, Origins.Feed) { Series = feed.Series };
                var receipt = await pipeline.TakeAsync(request, cancellationToken);
                if (receipt.Status == ReceiptStatus.Refused)
                {
                    Fail(feed, state, FeedTrouble.Refused, receipt.Refusal.ToString()!);
                    return receipt;
                }

                // Only now: a document that was not stored must come again.
                state.Version = document.Version;
                Succeed(feed, state);
                Log.Taken(logger, NameOf(address), receipt.Series, receipt.Date, receipt.Status);
                return receipt;
            default:
                Succeed(feed, state);
                return null;
        }
    }

    private void Fail(FeedOptions feed, FeedState state, FeedTrouble trouble, string detail)
    {
        state.Failures++;
        var pause = Backoff.Doubling(feed.Every, feed.Every > LongestPause ? feed.Every : LongestPause).After(state.Failures);
        // Half an interval early, so that the intended alarm is not just missed.
        state.NotBefore = time.GetUtcNow() + pause - (feed.Every / 2);
        if (state.Trouble != trouble)
        {
            state.Trouble = trouble;
            Log.Failing(logger, NameOf(feed.Url!), trouble, detail);
        }
    }

    private void Succeed(FeedOptions feed, FeedState state)
    {
        if (state.Trouble is not null)
        {
            Log.Recovered(logger, NameOf(feed.Url!));
        }

        (state.Trouble, state.Failures, state.NotBefore) = (null, 0, DateTimeOffset.MinValue);
    }

    /// <summary>The address without its query, which may contain a secret.</summary>
    private static string NameOf(Uri address) => address.GetLeftPart(UriPartial.Path);

    private sealed class FeedState
    {
        public FeedVersion Version { get; set; } = FeedVersion.None;

        public FeedTrouble? Trouble { get; set; }

        public int Failures { get; set; }

        public DateTimeOffset NotBefore { get; set; } = DateTimeOffset.MinValue;
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Information, "Feed {Feed}: {Series} {Date:yyyy-MM-dd} is {Status}.")]
        public static partial void Taken(ILogger logger, string feed, string? series, DateOnly? date, ReceiptStatus status);

        [LoggerMessage(
            2102,
            LogLevel.Warning,
            "Feed {Feed} gives no briefing: {Trouble} ({Detail}). It is polled less often until it does."
        )]
        public static partial void Failing(ILogger logger, string feed, FeedTrouble trouble, string detail);

        [LoggerMessage(2103, LogLevel.Information, "Feed {Feed} works again.")]
        public static partial void Recovered(ILogger logger, string feed);
    }
}
