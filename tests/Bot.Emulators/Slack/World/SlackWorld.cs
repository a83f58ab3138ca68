using System.Globalization;

namespace Bot.Emulators.Slack.World;

/// <summary>
/// Workspaces, people, channels, messages and tokens. Every read or change holds <see cref="Gate"/>, also for its log
/// entry, so the log is in the order of events.
/// </summary>
public sealed class SlackWorld(TimeProvider time)
{
    private long _ids = 1000;

    public Lock Gate { get; } = new();

    public TimeProvider Time { get; } = time;

    public SlackTimestamps Timestamps { get; } = new(time);

    public SlackApp App { get; } = new();

    public Dictionary<string, SlackWorkspace> Workspaces { get; } = [];

    public Dictionary<string, SlackToken> Tokens { get; } = [];

    /// <summary>History omits messages newer than this, because reads lag behind writes.</summary>
    public TimeSpan ReadDelay { get; set; }

    /// <summary>Message fields omitted when reading (<c>bot_id</c>): Slack does not always return every field.</summary>
    public HashSet<string> LeftOutOfHistory { get; } = [];

    /// <summary>Fields omitted from the message in chat.postMessage's response (<c>thread_ts</c>).</summary>
    public HashSet<string> LeftOutOfAnswers { get; } = [];

    /// <summary>An id in Slack's format: a letter and ten digits.</summary>
    public string NewId(string prefix)
    {
        lock (Gate)
        {
            return prefix + (++_ids).ToString("D10", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Adds a workspace with the app installed, unless it exists.</summary>
    /// <param name="botToken">Null for <c>xoxb-</c> and the workspace's id.</param>
    /// <param name="scopes">Null for all of the app's scopes.</param>
    public SlackWorkspace AddWorkspace(string id, string? botToken = null, IEnumerable<string>? scopes = null, string? name = null)
    {
        lock (Gate)
        {
            if (!Workspaces.TryGetValue(id, out var workspace))
            {
                Workspaces[id] = workspace = new SlackWorkspace(id, name ?? "Team " + id);
                AddUser(new SlackUser(workspace.BotUser, "briefing-bot", id) { IsBot = true });
            }

            AddToken(botToken ?? "xoxb-" + id, id, scopes);
            return workspace;
        }
    }

    public SlackToken AddToken(string token, string workspace, IEnumerable<string>? scopes = null, SlackTokenKind kind = SlackTokenKind.Bot)
    {
        lock (Gate)
        {
            return Tokens[token] = new SlackToken(token, kind, workspace) { Scopes = [.. scopes ?? App.Scopes] };
        }
    }

    /// <summary>Adds a channel with the bot as a member, unless it exists.</summary>
    /// <param name="id">Null for a new one.</param>
    public SlackChannel AddChannel(string workspace, string name, string? id = null, bool isPrivate = false, bool isMember = true)
    {
        lock (Gate)
        {
            var channels = Workspaces[workspace].Channels;
            if (id is null || !channels.TryGetValue(id, out var channel))
            {
                channel = new SlackChannel(id ?? NewId("C"), name, workspace) { IsPrivate = isPrivate, IsMember = isMember };
                channels[channel.Id] = channel;
            }

            return channel;
        }
    }

    public SlackUser AddUser(SlackUser user)
    {
        lock (Gate)
        {
            return Workspaces[user.Workspace].Users[user.Id] = user;
        }
    }

    /// <summary>The direct message between the bot and a person, opened if necessary.</summary>
    public SlackChannel OpenDirect(string workspace, string user)
    {
        lock (Gate)
        {
            var team = Workspaces[workspace];
            var open = team.Channels.Values.FirstOrDefault(channel => channel.DirectWith == user);
            if (open is null)
            {
                open = new SlackChannel(NewId("D"), "directmessage", workspace) { DirectWith = user, IsPrivate = true };
                team.Channels[open.Id] = open;
            }

            return open;
        }
    }

    /// <summary>Invalidates a token, or all tokens of a workspace.</summary>
    /// <param name="error">Error for calls with it; null to make it valid again.</param>
    public void Revoke(string tokenOrWorkspace, string? error = "token_revoked")
    {
        lock (Gate)
        {
            foreach (var token in Tokens.Values.Where(token => token.Value == tokenOrWorkspace || token.Workspace == tokenOrWorkspace))
            {
                token.Error = error;
            }
        }
    }

    /// <summary>Deletes a message: a root with replies leaves a tombstone.</summary>
    public void Remove(SlackChannel channel, SlackMessage message)
    {
        lock (Gate)
        {
            if (channel.Replies(message.Ts).Any())
            {
                channel.Messages[channel.Messages.IndexOf(message)] = message with { IsTombstone = true };
            }
            else
            {
                channel.Messages.Remove(message);
            }
        }
    }

    /// <exception cref="KeyNotFoundException">No workspace has such a channel.</exception>
    public SlackChannel Channel(string id)
    {
        lock (Gate)
        {
            return Workspaces
                    .Values.Select(workspace => workspace.Channels.GetValueOrDefault(id))
                    .FirstOrDefault(channel => channel is not null)
                ?? throw new KeyNotFoundException($"No channel {id}.");
        }
    }
}
