using Bot.Archive.Entities;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Sending;

/// <summary>Calls a platform so that a call always ends, in time, with one of the contract's outcomes, whatever the adapter does.</summary>
public sealed class PlatformCalls(IEnumerable<IPlatform> platforms, IEnumerable<ISendPacer> pacers, DeliveryOptions options, TimeProvider time)
{
    // An adapter that does not honour cancellation is left behind after this share of the timeout more.
    private const double Patience = 0.2;

    private readonly Dictionary<string, IPlatform> platforms = platforms.ToDictionary(platform => platform.Id.Value);
    private readonly ILookup<string, ISendPacer> pacers = pacers.ToLookup(pacer => pacer.Platform.Value);

    public bool Has(string platform) => platforms.ContainsKey(platform);

    public async ValueTask PaceAsync(StoredDelivery delivery, CancellationToken cancellationToken)
    {
        foreach (var pacer in pacers[delivery.Platform])
        {
            await pacer.WaitAsync(delivery.Token, AddressOf(delivery), cancellationToken);
        }
    }

    /// <summary>Posts, edits or deletes, by the post's kind.</summary>
    /// <param name="target">Message id that an edit or a recall is about; null for a new message.</param>
    public Task<SendOutcome> SendAsync(StoredDelivery delivery, Post post, string payload, string? target, CancellationToken abort)
    {
        var platform = platforms[delivery.Platform];
        var request = RequestOf(delivery, post, payload);
        return CallAsync(cancellation => post.Kind switch
        {
            PostKind.Edit => platform.EditAsync(request, target!, cancellation),
            PostKind.Recall => platform.DeleteAsync(request.Channel, request.ThreadId, target!, cancellation),
            _ => platform.SendAsync(request, cancellation),
        }, detail => new SendOutcome.Unknown(detail), abort);
    }

    public Task<FindOutcome> FindAsync(StoredDelivery delivery, Post post, string payload, CancellationToken abort) => CallAsync<FindOutcome>(
        cancellation => platforms[delivery.Platform].FindAsync(RequestOf(delivery, post, payload), cancellation),
        detail => new FindOutcome.RetryAfter(null, detail),
        abort);

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
            // The message could quote the request; its type is enough to say what happened.
            return unanswered(timeout.IsCancellationRequested ? "no answer in time" : failure.GetType().Name);
        }
    }

    private static SendRequest RequestOf(StoredDelivery delivery, Post post, string payload) => new(
        AddressOf(delivery),
        OutcomePolicy.IsRoot(post) ? null : delivery.ThreadId,
        new PostKey(post.Key),
        payload,
        post.FirstAttemptAt ?? delivery.DueAt);

    private static ChannelAddress AddressOf(StoredDelivery delivery) =>
        new(new PlatformId(delivery.Platform), delivery.Workspace, delivery.Channel);
}
