using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Administering;

/// <summary>
/// Channel names as their platforms report them, cached for a while. A reply never waits long for a name; it goes out without the ones
/// that are late.
/// </summary>
internal sealed class ChannelNames(IEnumerable<IChannelProbe> probes, TimeProvider time)
{
    /// <summary>Only part of the time within which a reply is due.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    // Platforms rate-limit these requests.
    private const int MostAtOnce = 10;

    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<ChannelAddress, (string Name, DateTimeOffset Until)> _known = new();

    /// <summary>Names without #, by channel; channels with an unknown name are left out.</summary>
    public async Task<IReadOnlyDictionary<ChannelAddress, string>> OfAsync(
        IEnumerable<ChannelAddress> channels,
        CancellationToken cancellationToken
    )
    {
        var all = channels.Distinct().ToList();
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var asking = all.Where(channel => Kept(channel) is null).Take(MostAtOnce).Select(channel => AskAsync(channel, either.Token));
        await Task.WhenAll(asking);
        return all.Select(channel => (channel, name: Kept(channel)))
            .Where(one => one.name is not null)
            .ToDictionary(one => one.channel, one => one.name!);
    }

    private string? Kept(ChannelAddress channel) =>
        _known.TryGetValue(channel, out var known) && known.Until > time.GetUtcNow() ? known.Name : null;

    private async Task AskAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        if (probes.FirstOrDefault(probe => probe.Platform == channel.Platform) is not { } probe)
        {
            return;
        }

        ChannelProbe found;
        try
        {
            found = await probe.ProbeAsync(channel, [SendOptions.None], cancellationToken).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (found.Name is { Length: > 0 } name)
        {
            if (_known.Count >= MostKept)
            {
                _known.Clear();
            }

            _known[channel] = (name, time.GetUtcNow() + Life);
        }
    }
}
