using System.Collections.Concurrent;
using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Sending;

/// <summary>
/// Addresses of messages. Slack gives one for a channel (https://docs.slack.dev/reference/methods/chat.getPermalink); the others are built
/// like it: <c>https://NAME.slack.com/archives/C…/p</c> and the <c>ts</c> without its point.
/// </summary>
public sealed class SlackPermalinks(SlackCalls calls, SlackWorkspaces workspaces) : IPermalinks
{
    private readonly ConcurrentDictionary<ChannelAddress, string> _archives = new();

    public PlatformId Platform => PlatformId.Slack;

    public async ValueTask<Uri?> OfRootAsync(ChannelAddress channel, string messageId, CancellationToken cancellationToken) =>
        await ArchiveAsync(channel, messageId, cancellationToken) is { } archive
        && Uri.TryCreate(archive + Compact(messageId), UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
            ? address
            : null;

    public async ValueTask<Uri?> OfReplyAsync(
        ChannelAddress channel,
        string rootId,
        string messageId,
        CancellationToken cancellationToken
    ) =>
        await OfRepliesAsync(channel, rootId, [messageId], cancellationToken) is [var link]
        && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
            ? address
            : null;

    /// <summary>Addresses of the replies to a root, in order; null if Slack did not provide them.</summary>
    public async Task<IReadOnlyList<string>?> OfRepliesAsync(
        ChannelAddress channel,
        string root,
        IReadOnlyList<string> replies,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(channel);
        return await ArchiveAsync(channel, root, cancellationToken) is { } archive
            ? [.. replies.Select(ts => $"{archive}{Compact(ts)}?thread_ts={root}&cid={channel.Channel}")]
            : null;
    }

    private async ValueTask<string?> ArchiveAsync(ChannelAddress channel, string ts, CancellationToken cancellationToken)
    {
        if (_archives.TryGetValue(channel, out var known))
        {
            return known;
        }

        var (installation, _) = await workspaces.FindAsync(channel.Workspace, cancellationToken);
        if (installation is null)
        {
            return null;
        }

        var answer = await calls.PostFormAsync(
            "chat.getPermalink",
            installation,
            [new("channel", channel.Channel), new("message_ts", ts)],
            cancellationToken
        );
        return
            answer is SlackAnswer.Ok ok
            && ok.Text("permalink") is { } link
            && link.IndexOf(Compact(ts), StringComparison.Ordinal) is > 0 and var end
            ? _archives[channel] = link[..end]
            : null;
    }

    private static string Compact(string ts) => ts.Replace(".", "", StringComparison.Ordinal);
}
