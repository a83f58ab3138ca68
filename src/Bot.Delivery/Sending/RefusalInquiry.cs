using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Sending;

/// <summary>
/// Asks the platform what a refusal is about before anything is decided by it: a good token is refused once in a while, and a
/// refusal without a code of the platform's own may be anybody's. What cannot be asked is taken at its word.
/// </summary>
public sealed class RefusalInquiry(
    TokenInquiry tokens,
    IEnumerable<IChannelProbe> channels,
    IEnumerable<IThreadProbe> threads,
    DeliveryOptions options,
    TimeProvider time
)
{
    private readonly Dictionary<string, IChannelProbe> _channels = channels.ToDictionary(probe => probe.Platform.Value);
    private readonly Dictionary<string, IThreadProbe> _threads = threads.ToDictionary(probe => probe.Platform.Value);

    /// <summary>The refusal, or what it is in truth.</summary>
    public async Task<SendOutcome> OfSendAsync(
        StoredDelivery delivery,
        Post post,
        SendOptions posts,
        SendOutcome outcome,
        CancellationToken cancellationToken
    ) =>
        outcome switch
        {
            SendOutcome.Rejected { Reason: RejectReason.TokenRefused } refused => await OfTokenAsync(delivery, cancellationToken) switch
            {
                null or { Standing: TokenStanding.Refused } => refused,
                _ => new SendOutcome.RetryAfter(null, RetryScope.Token, refused.Detail),
            },
            // Once a post: asked again each time it is refused would be three more refusals each.
            SendOutcome.Rejected { Reason: RejectReason.Other } unexplained when post.Retries == 0 => await AboutAsync(
                delivery,
                post,
                posts,
                cancellationToken
            ) ?? unexplained,
            _ => outcome,
        };

    /// <summary>The same of a look-up whose thread was refused.</summary>
    public async Task<FindOutcome> OfLookAsync(StoredDelivery delivery, FindOutcome outcome, CancellationToken cancellationToken) =>
        outcome switch
        {
            FindOutcome.Blocked { Reason: RejectReason.TokenRefused } blocked
                when await OfTokenAsync(delivery, cancellationToken) is { Standing: not TokenStanding.Refused } =>
                new FindOutcome.RetryAfter(null, blocked.Detail),
            FindOutcome.Blocked { Reason: RejectReason.Other } blocked => new FindOutcome.RetryAfter(null, blocked.Detail),
            _ => outcome,
        };

    private Task<TokenProbe?> OfTokenAsync(StoredDelivery delivery, CancellationToken cancellationToken) =>
        tokens.AskAsync(delivery.Platform, delivery.Token, cancellationToken);

    /// <summary>Token, channel and thread, the widest first; null: nothing is wrong with any of them, or nothing is known.</summary>
    private async Task<SendOutcome?> AboutAsync(StoredDelivery delivery, Post post, SendOptions posts, CancellationToken cancellationToken)
    {
        if (await OfTokenAsync(delivery, cancellationToken) is { Standing: TokenStanding.Refused } token)
        {
            return new SendOutcome.Rejected(RejectReason.TokenRefused, token.Detail ?? "");
        }

        var address = new ChannelAddress(new PlatformId(delivery.Platform), delivery.Workspace, delivery.Channel);
        if (
            _channels.TryGetValue(delivery.Platform, out var channelProbe)
            && await AskAsync(abort => channelProbe.ProbeAsync(address, [posts], abort), cancellationToken)
                is { Usable: false, Unanswered: false } channel
        )
        {
            return new SendOutcome.Rejected(
                RejectReason.PermissionMissing,
                channel.Problem?.English ?? string.Join(", ", channel.Missing.Select(missing => missing.English))
            );
        }

        return !OutcomePolicy.IsRoot(post) && delivery.ThreadId is { } id && _threads.TryGetValue(delivery.Platform, out var threadProbe)
            ? await AskAsync(abort => threadProbe.ProbeAsync(address, id, abort), cancellationToken) switch
            {
                { Standing: ThreadStanding.Gone } thread => new SendOutcome.Rejected(RejectReason.ThreadGone, thread.Detail ?? ""),
                { Standing: ThreadStanding.Locked } thread => new SendOutcome.Rejected(RejectReason.ThreadLocked, thread.Detail ?? ""),
                _ => null,
            }
            : null;
    }

    private async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = new CancellationTokenSource(options.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ask(either.Token);
        }
        catch (Exception)
        {
            // A question that fails answers nothing; the refusal itself is in the ledger.
            return null;
        }
    }
}
