using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.World;

/// <summary>A conversation: public or private channel, or a direct message.</summary>
public sealed class SlackChannel(string id, string name, string workspace)
{
    public string Id { get; } = id;

    public string Name { get; set; } = name;

    public string Workspace { get; } = workspace;

    public bool IsPrivate { get; set; }

    /// <summary>The other person in a direct message; null for a channel.</summary>
    public string? DirectWith { get; init; }

    public bool IsArchived { get; set; }

    /// <summary>Deleted, or renumbered: every call answers <c>channel_not_found</c>.</summary>
    public bool IsGone { get; set; }

    /// <summary>The bot is a member.</summary>
    public bool IsMember { get; set; } = true;

    /// <summary>Shared with another organisation.</summary>
    public bool IsExtShared { get; set; }

    public bool IsReadOnly { get; set; }

    public bool IsThreadOnly { get; set; }

    public bool IsNonThreadable { get; set; }

    public HashSet<string> Members { get; } = [];

    /// <summary>Oldest first; deleted roots with replies stay as tombstones.</summary>
    public List<SlackMessage> Messages { get; } = [];

    public bool IsDirect => DirectWith is not null;

    public SlackMessage? Find(string? ts) => Messages.Find(message => message.Ts == ts);

    public IEnumerable<SlackMessage> Replies(string root) => Messages.Where(message => message.ThreadTs == root && message.Ts != root);

    public JsonObject ToJson() =>
        IsDirect
            ? new JsonObject
            {
                ["id"] = Id,
                ["is_im"] = true,
                ["user"] = DirectWith,
                ["is_archived"] = IsArchived,
                ["context_team_id"] = Workspace,
                ["created"] = 1_700_000_000,
            }
            : new JsonObject
            {
                ["id"] = Id,
                ["name"] = Name,
                ["name_normalized"] = Name,
                ["is_channel"] = true,
                ["is_group"] = false,
                ["is_im"] = false,
                ["is_mpim"] = false,
                ["is_private"] = IsPrivate,
                ["is_archived"] = IsArchived,
                ["is_general"] = Name == "general",
                ["is_member"] = IsMember,
                ["is_shared"] = IsExtShared,
                ["is_ext_shared"] = IsExtShared,
                ["is_org_shared"] = false,
                ["is_pending_ext_shared"] = false,
                ["is_read_only"] = IsReadOnly,
                ["is_thread_only"] = IsThreadOnly,
                ["is_non_threadable"] = IsNonThreadable,
                ["context_team_id"] = Workspace,
                ["created"] = 1_700_000_000,
                ["num_members"] = Members.Count + (IsMember ? 1 : 0),
            };
}
