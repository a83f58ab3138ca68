using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Sending;

/// <summary>
/// Asks the platform about a refusal before acting on it: a good token is refused now and then, and a refusal without a code of the
/// platform's may come from anything in between. If the platform cannot be asked, the refusal is taken at face value.
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

    /// <summary>The refusal, or what it turns out to be.</summary>
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
            // Once per post: asking each time it is refused would cause three more refusals each.
            SendOutcome.Rejected { Reason: RejectReason.Other } unexplained when post.Retries == 0 => await AboutAsync(
                delivery,
                post,
                posts,
                cancellationToken
            ) ?? unexplained,
            _ => outcome,
        };

    /// <summary>The same for a look-up whose thread was refused.</summary>
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

    /// <summary>Checks token, channel and thread, widest first; null: nothing is wrong with any of them, or nothing is known.</summary>
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
            // A failed question tells us nothing; the refusal itself is in the ledger.
            return null;
        }
    }
}
