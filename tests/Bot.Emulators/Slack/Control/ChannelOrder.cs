using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Control;

/// <summary>A new channel, or changes to one; null means no change.</summary>
internal sealed record ChannelOrder(
    string? Id = null,
    string? Name = null,
    string Workspace = SlackServer.FirstWorkspace,
    bool? IsPrivate = null,
    bool? IsMember = null,
    bool? IsArchived = null,
    bool? IsGone = null,
    bool? IsExtShared = null,
    bool? IsReadOnly = null,
    bool? IsThreadOnly = null,
    string[]? Members = null
)
{
    public void Apply(SlackChannel channel)
    {
        channel.Name = Name ?? channel.Name;
        channel.IsPrivate = IsPrivate ?? channel.IsPrivate;
        channel.IsMember = IsMember ?? channel.IsMember;
        channel.IsArchived = IsArchived ?? channel.IsArchived;
        channel.IsGone = IsGone ?? channel.IsGone;
        channel.IsExtShared = IsExtShared ?? channel.IsExtShared;
        channel.IsReadOnly = IsReadOnly ?? channel.IsReadOnly;
        channel.IsThreadOnly = IsThreadOnly ?? channel.IsThreadOnly;
        channel.Members.UnionWith(Members ?? []);
    }
}
