using Bot.Archive.Entities;
using Bot.Archive.Subscriptions;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;

namespace Bot.Delivery.Sending;

/// <summary>Makes every call to a platform end in time with one of the contract's outcomes, whatever the adapter does.</summary>
public sealed class PlatformCalls(
    IEnumerable<IPlatform> platforms,
    IEnumerable<ISendPacer> pacers,
    DeliveryOptions options,
    TimeProvider time
)
{
    // An adapter that ignores cancellation is abandoned after this extra share of the timeout.
    private const double Patience = 0.2;

    private readonly Dictionary<string, IPlatform> _platforms = platforms.ToDictionary(platform => platform.Id.Value);
    private readonly Dictionary<string, ISendPacer> _pacers = pacers.ToDictionary(pacer => pacer.Platform.Value);

    public bool Has(string platform) => _platforms.ContainsKey(platform);

    /// <summary>How many threads of a platform may run at once; the default for a platform that is not set up.</summary>
    public SendWidth WidthOf(string platform) => _platforms.TryGetValue(platform, out var found) ? found.Width : SendWidth.Default;

    /// <summary>The request to send to a platform for a post.</summary>
    /// <param name="options">The subscription's current options.</param>
    public static SendRequest RequestOf(StoredDelivery delivery, Post post, string payload, string? options) =>
        new(
            AddressOf(delivery),
            OutcomePolicy.IsRoot(post) ? null : delivery.ThreadId,
            new PostKey(post.Key),
            payload,
            post.FirstAttemptAt ?? delivery.DueAt
        )
        {
            Options = OptionsOf(post, SubscriptionOptions.SendOptions(options)),
            IsAnnouncement = post.Section == NoticePlans.Arrival,
        };

    /// <summary>That nothing has come is no news to call people for; the announcement is.</summary>
    private static SendOptions OptionsOf(Post post, SendOptions options) =>
        PlaceholderPosts.IsOne(post) ? options with { MentionRole = null, Publish = false } : options;

    /// <summary>Waits for the platform's pace.</summary>
    /// <returns>The turn; dispose of it once the outcome is known.</returns>
    public ValueTask<IDisposable> PaceAsync(
        StoredDelivery delivery,
        Post post,
        SendRequest request,
        bool look,
        CancellationToken cancellationToken
    )
    {
        var call = (look, post.Kind) switch
        {
            (true, _) => SendCall.Find,
            (_, PostKind.Edit) => SendCall.Edit,
            (_, PostKind.Recall) => SendCall.Delete,
            _ => SendCall.Send,
        };
        return _pacers.TryGetValue(delivery.Platform, out var pacer)
            ? pacer.WaitAsync(delivery.Token, request, call, cancellationToken)
            : ValueTask.FromResult(SendTurn.Free);
    }

    /// <summary>Posts, edits or deletes, depending on the post's kind.</summary>
    /// <param name="target">Id of the message to edit or recall; null for a new message.</param>
    public Task<SendOutcome> SendAsync(SendRequest request, PostKind kind, string? target, CancellationToken abort)
    {
        var platform = _platforms[request.Channel.Platform.Value];
        return CallAsync(
            cancellation =>
                kind switch
                {
                    PostKind.Edit => platform.EditAsync(request, target!, cancellation),
                    PostKind.Recall => platform.DeleteAsync(request.Channel, request.ThreadId, target!, cancellation),
                    _ => platform.SendAsync(request, cancellation),
                },
            detail => new SendOutcome.Unknown(detail),
            abort
        );
    }

    public Task<FindOutcome> FindAsync(SendRequest request, CancellationToken abort) =>
        CallAsync<FindOutcome>(
            cancellation => _platforms[request.Channel.Platform.Value].FindAsync(request, cancellation),
            detail => new FindOutcome.RetryAfter(null, detail),
            abort
        );

    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, Func<string, T> unanswered, CancellationToken abort)
    {
        using var timeout = new CancellationTokenSource(options.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, abort);
        try
        {
            return await call(either.Token).WaitAsync(options.SendTimeout * (1 + Patience), time, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // The exception's message could quote the request; its type is enough to tell what happened.
            return unanswered(timeout.IsCancellationRequested ? "no answer in time" : failure.GetType().Name);
        }
    }

    private static ChannelAddress AddressOf(StoredDelivery delivery) =>
        new(new PlatformId(delivery.Platform), delivery.Workspace, delivery.Channel);
}
