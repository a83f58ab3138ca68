using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>Trigger ids: each opens one view, within three seconds.</summary>
public sealed class Triggers(SlackWorld world)
{
    private readonly Dictionary<string, (string User, string Workspace, DateTimeOffset Until)> _open = [];
    private readonly HashSet<string> _used = [];

    public TimeSpan Life { get; set; } = TimeSpan.FromSeconds(3);

    public string New(string workspace, string user)
    {
        lock (world.Gate)
        {
            var id = world.NewId("") + ".trigger";
            _open[id] = (user, workspace, world.Time.GetUtcNow() + Life);
            return id;
        }
    }

    /// <returns>The user who acted, or Slack's error.</returns>
    public (string? User, string? Error) Use(string? id)
    {
        lock (world.Gate)
        {
            if (id is null || !_open.Remove(id, out var trigger))
            {
                return (null, id is not null && _used.Contains(id) ? "exchanged_trigger_id" : "invalid_trigger_id");
            }

            _used.Add(id);
            return trigger.Until < world.Time.GetUtcNow() ? (null, "expired_trigger_id") : (trigger.User, null);
        }
    }
}
