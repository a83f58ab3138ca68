using Bot.Emulators.Slack.Limits;

namespace Bot.Emulators.Slack.Control;

/// <summary>All of Slack's limits; null means off.</summary>
internal sealed record PaceOrder(
    int? ChannelBurst = null,
    double ChannelPerSecond = 1,
    int? WorkspacePerMinute = null,
    bool MethodMinutes = false,
    bool SwallowsBeyond = false,
    Dictionary<string, int>? PerMinute = null
)
{
    public void Apply(SlackPace pace)
    {
        pace.ChannelBurst = ChannelBurst;
        pace.ChannelPerSecond = ChannelPerSecond;
        pace.WorkspacePerMinute = WorkspacePerMinute;
        pace.MethodMinutes = MethodMinutes;
        pace.SwallowsBeyond = SwallowsBeyond;
        pace.PerMinute.Clear();
        foreach (var (method, calls) in PerMinute ?? [])
        {
            pace.PerMinute[method] = calls;
        }
    }
}
