using System.Collections.Frozen;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Planning;

/// <summary>Addresses that open a delivery's posts, if their platform provides them in time.</summary>
public sealed class PostAddresses(IEnumerable<IPermalinks> permalinks, TimeProvider time)
{
    /// <summary>For all posts of a delivery: a notice without links is better than a late one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long to leave alone a platform that did not answer: a correction may concern hundreds of threads.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, IPermalinks> _permalinks = permalinks.ToDictionary(one => one.Platform.Value);
    private readonly Dictionary<string, long> _silent = [];
    private readonly Lock _gate = new();

    private static IReadOnlyDictionary<string, Uri> None => FrozenDictionary<string, Uri>.Empty;

    /// <summary>
    /// Addresses of each section's first part, by section. Empty if nothing is posted or the platform provides none. Does not throw for
    /// that.
    /// </summary>
    /// <param name="delivery">With its posts.</param>
    public async Task<IReadOnlyDictionary<string, Uri>> OfAsync(StoredDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.ThreadId is not { } root || !_permalinks.TryGetValue(delivery.Platform, out var links) || IsSilent(delivery.Platform))
        {
            return None;
        }

        var channel = new ChannelAddress(new PlatformId(delivery.Platform), delivery.Workspace, delivery.Channel);
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var addresses = new Dictionary<string, Uri>();
        try
        {
            foreach (
                var post in delivery.Posts.Where(post =>
                    post is { Part: 1, State: PostState.Sent, MessageId: not null } && OutcomePolicy.Creates(post)
                )
            )
            {
                var address = OutcomePolicy.IsRoot(post)
                    ? await links.OfRootAsync(channel, post.MessageId!, either.Token)
                    : await links.OfReplyAsync(channel, root, post.MessageId!, either.Token);
                if (address is null)
                {
                    FallSilent(delivery.Platform);
                    return None;
                }

                addresses[post.Section] = address;
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever went wrong, the correction goes out without links.
            FallSilent(delivery.Platform);
            return None;
        }

        return addresses;
    }

    private bool IsSilent(string platform)
    {
        lock (_gate)
        {
            return _silent.TryGetValue(platform, out var at) && time.GetElapsedTime(at) < Rest;
        }
    }

    private void FallSilent(string platform)
    {
        lock (_gate)
        {
            _silent[platform] = time.GetTimestamp();
        }
    }
}
