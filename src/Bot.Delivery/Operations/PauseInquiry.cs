using Bot.Archive;
using Bot.Archive.Subscriptions;
using Bot.Chat.Platforms;
using Bot.Delivery.Sending;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Operations;

/// <summary>A platform's current answer about something that is paused.</summary>
/// <param name="IsWell">Null: it gave no answer, or cannot be asked.</param>
/// <param name="Detail">Its own words; null: none.</param>
public sealed record PauseAnswer(bool? IsWell, string? Detail = null)
{
    public static PauseAnswer Unknown { get; } = new((bool?)null);
}

/// <summary>Asks a platform whether what it refused works again: a token, a channel, or a workspace through its channels.</summary>
public sealed class PauseInquiry(IDbContextFactory<ArchiveContext> contexts, TokenInquiry tokens, IEnumerable<IChannelProbe> probes)
{
    /// <summary>Maximum of channels to try for a workspace.</summary>
    private const int MostChannels = 3;

    private readonly Dictionary<string, IChannelProbe> _probes = probes.ToDictionary(probe => probe.Platform.Value);

    /// <summary>Does not throw on any answer by the platform.</summary>
    /// <param name="scope">As <see cref="PauseScopes"/> names it.</param>
    public Task<PauseAnswer> AskAsync(string scope, CancellationToken cancellationToken) =>
        scope.Split(':', 2) switch
        {
            ["token", var token] => OfTokenAsync(token, cancellationToken),
            ["workspace", var name] when name.Split(':', 2) is [var platform, var workspace] => OfWorkspaceAsync(
                platform,
                workspace,
                cancellationToken
            ),
            ["channel", var name]
                when name.Split(':', 2) is [var platform, var place] && place.Split('/', 2) is [var workspace, var channel] =>
                OfChannelAsync(new ChannelAddress(new PlatformId(platform), workspace, channel), cancellationToken),
            _ => Task.FromResult(PauseAnswer.Unknown),
        };

    private async Task<PauseAnswer> OfTokenAsync(string token, CancellationToken cancellationToken) =>
        await tokens.AskAsync(token.Split(':', 2)[0], token, cancellationToken) switch
        {
            { Standing: TokenStanding.Accepted } => new PauseAnswer(true),
            { Standing: TokenStanding.Refused } refused => new PauseAnswer(false, refused.Detail),
            { } silent => new PauseAnswer(null, silent.Detail),
            null => PauseAnswer.Unknown,
        };

    private async Task<PauseAnswer> OfChannelAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        if (await ProbeAsync(channel, cancellationToken) is not { Unanswered: false } found)
        {
            return PauseAnswer.Unknown;
        }

        return new PauseAnswer(
            found.Usable,
            found.Problem?.English
                ?? (found.Missing.Count == 0 ? null : string.Join(", ", found.Missing.Select(missing => missing.English)))
        );
    }

    /// <summary>
    /// The bot is back as soon as it sees one of its channels, even if it may not post there: that concerns only the channel.
    /// </summary>
    private async Task<PauseAnswer> OfWorkspaceAsync(string platform, string workspace, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var channels = await context
            .Subscriptions.Where(row => row.Platform == platform && row.Workspace == workspace && row.IsActive && row.Owner == null)
            .Select(row => row.Channel)
            .Distinct()
            .OrderBy(channel => channel)
            .Take(MostChannels)
            .ToListAsync(cancellationToken);
        var answer = PauseAnswer.Unknown;
        foreach (var channel in channels)
        {
            if (
                await ProbeAsync(new ChannelAddress(new PlatformId(platform), workspace, channel), cancellationToken) is
                { Unanswered: false } found
            )
            {
                if (found.Usable || found.Missing.Count > 0)
                {
                    return new PauseAnswer(true);
                }

                answer = new PauseAnswer(false, found.Problem?.English);
            }
        }

        return answer;
    }

    /// <summary>Null if the platform cannot be asked.</summary>
    private async Task<ChannelProbe?> ProbeAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        if (!_probes.TryGetValue(channel.Platform.Value, out var probe))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (platform, workspace, id) = (channel.Platform.Value, channel.Workspace, channel.Channel);
        var options = await context
            .Subscriptions.Where(row => row.Platform == platform && row.Workspace == workspace && row.Channel == id && row.IsActive)
            .Select(row => row.Options)
            .Distinct()
            .ToListAsync(cancellationToken);
        var posts = options.Select(SubscriptionOptions.SendOptions).Distinct().ToList();
        return await probe.ProbeAsync(channel, posts.Count == 0 ? [SendOptions.None] : posts, cancellationToken);
    }
}
