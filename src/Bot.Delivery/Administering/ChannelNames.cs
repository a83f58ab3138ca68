using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Administering;

/// <summary>
/// What people call channels, as their platforms say; kept for a while. No answer waits long for a name: what does not come in time
/// is told without one.
/// </summary>
internal sealed class ChannelNames(IEnumerable<IChannelProbe> probes, TimeProvider time)
{
    /// <summary>A part of the time in which an answer is due.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    // Platforms count such questions.
    private const int MostAtOnce = 10;

    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<ChannelAddress, (string Name, DateTimeOffset Until)> _known = new();

    /// <summary>Without #, by channel; one whose name is not known is left out.</summary>
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
