using Bot.Archive.Subscriptions;
using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;

namespace Bot.Diagnosis;

/// <summary>Asks the platforms whether every subscribed channel could be posted to now. Changes nothing.</summary>
public sealed class ChannelCheck(SubscriptionStore subscriptions, IEnumerable<IChannelProbe> probes)
{
    /// <summary>Channels that are asked about at once: posting goes first.</summary>
    private const int AtOnce = 4;

    /// <summary>The channels in order, each once; those of platforms that cannot be asked are left out.</summary>
    /// <param name="which">Channels to ask about; null: all.</param>
    public async Task<IReadOnlyList<(ChannelAddress Channel, ChannelProbe Probe)>> ProbeAsync(
        CancellationToken cancellationToken, Func<ChannelAddress, IChannelProbe, bool>? which = null)
    {
        var by = probes.ToDictionary(probe => probe.Platform);
        var channels = (await subscriptions.ListAsync(cancellationToken))
            .GroupBy(row => new ChannelAddress(new PlatformId(row.Platform), row.Workspace, row.Channel), row => SubscriptionSpec.Of(row).SendOptions)
            .Where(channel => by.TryGetValue(channel.Key.Platform, out var probe) && which?.Invoke(channel.Key, probe) != false)
            .ToList();
        var found = new ChannelProbe[channels.Count];
        await Parallel.ForAsync(
            0,
            channels.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (at, token) => found[at] = await by[channels[at].Key.Platform].ProbeAsync(channels[at].Key, [.. channels[at].Distinct()], token));
        return [.. channels.Select(channel => channel.Key).Zip(found)];
    }

    /// <summary>A line a channel.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        [.. (await ProbeAsync(cancellationToken)).Select(one => Say(one.Channel, one.Probe))];

    public static Finding Say(ChannelAddress channel, ChannelProbe probe)
    {
        var subject = channel.Platform.Value;
        var name = probe.Name is { } known ? $"#{known} ({channel.Channel})" : channel.Channel;
        return probe switch
        {
            { Unanswered: true } => new(Verdict.Warning, subject, new($"{name}: 確かめられませんでした", $"{name}: could not be looked at")),
            { Usable: true } => new(Verdict.Ok, subject, new($"{name}: 投稿できます", $"{name}: can be posted to")),
            { Missing.Count: > 0 } => new(Verdict.Failed, subject, new(
                $"{name}: 権限が足りません: {string.Join("、", probe.Missing.Select(missing => $"「{missing.Japanese}」"))}",
                $"{name}: missing {string.Join(", ", probe.Missing.Select(missing => $"\"{missing.English}\""))}")),
            _ => new(Verdict.Failed, subject, new(
                $"{name}: {probe.Problem?.Japanese ?? "投稿できません"}", $"{name}: {probe.Problem?.English ?? "cannot be posted to"}")),
        };
    }
}
