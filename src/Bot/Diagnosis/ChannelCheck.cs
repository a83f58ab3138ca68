using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;

namespace Bot.Diagnosis;

/// <summary>Asks the platforms whether the bot can post to every subscribed channel. Changes nothing.</summary>
public sealed class ChannelCheck(SubscriptionStore subscriptions, IEnumerable<IChannelProbe> probes)
{
    /// <summary>Maximum concurrent probes: posting has priority.</summary>
    private const int AtOnce = 4;

    /// <summary>The distinct channels in order, without those of platforms that cannot be probed.</summary>
    /// <param name="which">Channels to probe; null for all.</param>
    public async Task<IReadOnlyList<(ChannelAddress Channel, ChannelProbe Probe)>> ProbeAsync(
        CancellationToken cancellationToken,
        Func<ChannelAddress, IChannelProbe, bool>? which = null
    )
    {
        var by = probes.ToDictionary(probe => probe.Platform);
        var channels = (await subscriptions.ListAsync(cancellationToken))
            .GroupBy(
                row => new ChannelAddress(new PlatformId(row.Platform), row.Workspace, row.Channel),
                row => SubscriptionSpec.Of(row).SendOptions
            )
            .Where(channel => by.TryGetValue(channel.Key.Platform, out var probe) && which?.Invoke(channel.Key, probe) != false)
            .ToList();
        var found = new ChannelProbe[channels.Count];
        await Parallel.ForAsync(
            0,
            channels.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (at, token) =>
                found[at] = await by[channels[at].Key.Platform].ProbeAsync(channels[at].Key, [.. channels[at].Distinct()], token)
        );
        return [.. channels.Select(channel => channel.Key).Zip(found)];
    }

    /// <summary>One line per channel.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        [.. (await ProbeAsync(cancellationToken)).Select(one => Say(one.Channel, one.Probe))];

    public static Finding Say(ChannelAddress channel, ChannelProbe probe)
    {
        var subject = channel.Platform.Value;
        var name = probe.Name is { } known ? $"#{known} ({channel.Channel})" : channel.Channel;
        return probe switch
        {
            { Unanswered: true } => new(Verdict.Warning, subject, HostTexts.Both("ChannelCheck.CouldNotBeLookedAt", name)),
            { Usable: true } => new(Verdict.Ok, subject, HostTexts.Both("ChannelCheck.CanBePostedTo", name)),
            { Missing.Count: > 0 } => new(
                Verdict.Failed,
                subject,
                HostTexts.Both(
                    "ChannelCheck.Missing",
                    name,
                    new LocalizedText(
                        string.Join("、", probe.Missing.Select(missing => $"「{missing.Japanese}」")),
                        string.Join(", ", probe.Missing.Select(missing => $"\"{missing.English}\""))
                    )
                )
            ),
            _ => new(Verdict.Failed, subject, Named(name, probe.Problem ?? HostTexts.Both("ChannelCheck.CannotBePostedTo"))),
        };
    }

    private static LocalizedText Named(string name, LocalizedText text) => new($"{name}: {text.Japanese}", $"{name}: {text.English}");
}
