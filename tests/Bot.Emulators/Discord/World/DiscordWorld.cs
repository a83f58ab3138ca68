using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>
/// Guilds, channels, threads, members. Every change holds <see cref="Gate"/> from the first read to the log entry and the
/// event, so both are in the order of changes.
/// </summary>
public sealed class DiscordWorld
{
    private readonly SortedDictionary<ulong, Guild> _guilds = [];
    private readonly SortedDictionary<ulong, Channel> _channels = [];
    private readonly Dictionary<ulong, User> _users = [];
    private readonly TimeProvider _time;
    private readonly Lazy<Guild> _direct;

    public DiscordWorld(TimeProvider time)
    {
        _time = time;
        _direct = new Lazy<Guild>(Directs);
        Ids = new Snowflakes(time);
        var owner = AddUser(new User(DefaultIds.Owner, "owner", "Owner"));
        AddUser(new User(DefaultIds.Reader, "reader", "読者"));
        Application = new Application(DefaultIds.Application, AddUser(new User(DefaultIds.Application, "briefing", IsBot: true)), owner);
        var guild = AddGuild("emulated", DefaultIds.Guild, DefaultIds.BotRole);
        AddChannel(guild, "briefings", id: DefaultIds.TextChannel);
        AddChannel(guild, "announcements", ChannelType.Announcement, DefaultIds.AnnouncementChannel);
        AddChannel(guild, "archive", ChannelType.Forum, DefaultIds.ForumChannel).Tags[DefaultIds.ForumTag] = "daily";
    }

    public Lock Gate { get; } = new();

    public Snowflakes Ids { get; }

    public Application Application { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Maximum number of active threads in a guild.</summary>
    public int ActiveThreadCap { get; set; } = 1000;

    /// <summary>Receives every event, inside the gate.</summary>
    public Action<Guild, DiscordEvent> Publish { get; set; } = (_, _) => { };

    public IReadOnlyCollection<Guild> Guilds => _guilds.Values;

    public IReadOnlyCollection<Channel> Channels => _channels.Values;

    public Guild DefaultGuild => _guilds[DefaultIds.Guild];

    public Channel TextChannel => _channels[DefaultIds.TextChannel];

    /// <summary>Null if it does not exist.</summary>
    public Guild? Guild(ulong? id) => id is { } known ? _guilds.GetValueOrDefault(known) : null;

    public User? User(ulong id) => _users.GetValueOrDefault(id);

    /// <summary>Null if it does not exist; a thread that has been inactive for too long is archived first.</summary>
    public Channel? Channel(ulong? id)
    {
        var channel = id is { } known ? _channels.GetValueOrDefault(known) : null;
        if (channel?.Thread is { Archived: false } thread && Now - thread.LastActivity > TimeSpan.FromMinutes(thread.AutoArchiveMinutes))
        {
            Archive(channel);
        }

        return channel;
    }

    /// <summary>The thread started from a message.</summary>
    public Channel? ThreadOf(Message message) => Channel(message.Id) is { IsThread: true } thread ? thread : null;

    public IEnumerable<Channel> ActiveThreads(Guild guild) =>
        _channels
            .Keys.ToList()
            .Select(id => Channel(id)!)
            .Where(channel => channel.Guild == guild && channel.Thread is { Archived: false });

    public Permission BotMay(Channel channel, bool explicitOnly = false) =>
        channel.Guild.Members.TryGetValue(Application.Bot.Id, out var bot)
            ? Permissions.In(channel, bot, Now, explicitOnly)
            : Permission.None;

    /// <summary>Holds direct messages, where everybody may do what can be done there; no guild that anybody sees.</summary>
    private Guild Directs()
    {
        var guild = new Guild(Ids.Next(), "", DefaultIds.Owner);
        guild.Roles.Add(
            new Role(
                guild.Id,
                "@everyone",
                Permission.ViewChannel
                    | Permission.SendMessages
                    | Permission.ReadMessageHistory
                    | Permission.EmbedLinks
                    | Permission.AttachFiles
            )
        );
        guild.Members[Application.Bot.Id] = new Member(Application.Bot, Now);
        return guild;
    }

    public User AddUser(User user)
    {
        lock (Gate)
        {
            return _users[user.Id] = user;
        }
    }

    /// <summary>Adds a guild where the bot is installed with a posting bot's usual permissions.</summary>
    public Guild AddGuild(string name, ulong? id = null, ulong? botRole = null)
    {
        lock (Gate)
        {
            var guild = new Guild(id ?? Ids.Next(), name, DefaultIds.Owner);
            _guilds[guild.Id] = guild;
            guild.Roles.Add(
                new Role(
                    guild.Id,
                    "@everyone",
                    Permission.ViewChannel | Permission.SendMessages | Permission.ReadMessageHistory | Permission.UseApplicationCommands
                )
            );
            var role = new Role(botRole ?? Ids.Next(), "briefing", Permission.Posting) { Managed = true, Position = 1 };
            guild.Roles.Add(role);
            foreach (var user in new[] { _users[DefaultIds.Owner], _users[DefaultIds.Reader], Application.Bot })
            {
                guild.Members[user.Id] = new Member(user, Now);
            }

            guild.Members[Application.Bot.Id].Roles.Add(role.Id);
            Publish(guild, new DiscordEvent("GUILD_CREATE", GuildCreate(guild), DiscordEvent.Guilds));
            return guild;
        }
    }

    public Channel AddChannel(Guild guild, string name, ChannelType type = ChannelType.Text, ulong? id = null)
    {
        lock (Gate)
        {
            var channel = new Channel(id ?? Ids.Next(), guild, type, name) { Position = _channels.Count };
            _channels[channel.Id] = channel;
            Publish(guild, new DiscordEvent("CHANNEL_CREATE", channel.ToJson(), DiscordEvent.Guilds));
            return channel;
        }
    }

    /// <summary>People who take no direct messages from this bot.</summary>
    public HashSet<ulong> TakingNoMessages { get; } = [];

    /// <summary>The channel between the bot and a person, always the same one.</summary>
    /// <remarks>https://docs.discord.com/developers/resources/user#create-dm</remarks>
    public Channel? OpenDirect(ulong user)
    {
        lock (Gate)
        {
            if (!_users.TryGetValue(user, out var person) || person.IsBot)
            {
                return null;
            }

            if (_channels.Values.FirstOrDefault(known => known.Recipient?.Id == user) is { } open)
            {
                return open;
            }

            var channel = new Channel(Ids.Next(), _direct.Value, ChannelType.Direct, "") { Recipient = person };
            return _channels[channel.Id] = channel;
        }
    }

    public void AddThread(Channel thread)
    {
        _channels[thread.Id] = thread;
        var json = thread.ToJson(Application.Bot.Id);
        json["newly_created"] = true;
        Publish(thread.Guild, new DiscordEvent("THREAD_CREATE", json, DiscordEvent.Guilds));
    }

    /// <summary>Deletes a channel with its threads, or a thread.</summary>
    public void DeleteChannel(ulong id)
    {
        lock (Gate)
        {
            foreach (
                var channel in _channels
                    .Values.Where(channel => channel.Id == id || channel.Parent?.Id == id)
                    .OrderByDescending(channel => channel.IsThread)
                    .ToList()
            )
            {
                _channels.Remove(channel.Id);
                Publish(
                    channel.Guild,
                    new DiscordEvent(channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", channel.ToJson(), DiscordEvent.Guilds)
                );
            }
        }
    }

    /// <summary>Removes the bot from a guild.</summary>
    public void RemoveBot(ulong guild)
    {
        lock (Gate)
        {
            if (Guild(guild) is { } left && left.Members.Remove(Application.Bot.Id))
            {
                Publish(left, new DiscordEvent("GUILD_DELETE", new() { ["id"] = Snowflakes.Text(guild) }, DiscordEvent.Guilds));
            }
        }
    }

    /// <summary>Starts or ends an outage of a guild.</summary>
    public void SetUnavailable(ulong guild, bool unavailable)
    {
        lock (Gate)
        {
            var hit = Guild(guild) ?? throw new ArgumentException($"No guild {guild}.", nameof(guild));
            hit.Unavailable = unavailable;
            Publish(
                hit,
                unavailable
                    ? new DiscordEvent(
                        "GUILD_DELETE",
                        new() { ["id"] = Snowflakes.Text(guild), ["unavailable"] = true },
                        DiscordEvent.Guilds
                    )
                    : new DiscordEvent("GUILD_CREATE", GuildCreate(hit), DiscordEvent.Guilds)
            );
        }
    }

    /// <summary>Sets the permissions denied to the bot in a channel.</summary>
    public void Deny(ulong channel, Permission denied)
    {
        lock (Gate)
        {
            var changed = Channel(channel) ?? throw new ArgumentException($"No channel {channel}.", nameof(channel));
            changed.Overwrites.RemoveAll(overwrite => overwrite.Id == Application.Bot.Id);
            if (denied != Permission.None)
            {
                changed.Overwrites.Add(new Overwrite(Application.Bot.Id, true, Permission.None, denied));
            }

            Publish(changed.Guild, new DiscordEvent("CHANNEL_UPDATE", changed.ToJson(), DiscordEvent.Guilds));
        }
    }

    /// <summary>Archives a thread, as its members or a timeout would.</summary>
    public void Archive(Channel thread, bool? locked = null) => SetArchived(thread, true, locked);

    public void SetArchived(Channel thread, bool archived, bool? locked = null)
    {
        lock (Gate)
        {
            var state = thread.Thread ?? throw new ArgumentException($"{thread.Id} is no thread.", nameof(thread));
            if (state.Archived != archived)
            {
                state.ArchiveTimestamp = Now;
                state.LastActivity = Now;
            }

            (state.Archived, state.Locked) = (archived, locked ?? state.Locked);
            Publish(thread.Guild, new DiscordEvent("THREAD_UPDATE", thread.ToJson(Application.Bot.Id), DiscordEvent.Guilds));
        }
    }

    /// <summary>The guild data a session gets when it starts.</summary>
    public JsonObject GuildCreate(Guild guild)
    {
        var json = guild.ToJson();
        json["joined_at"] = Times.Iso(Now);
        json["large"] = false;
        json["unavailable"] = guild.Unavailable;
        json["member_count"] = guild.Members.Count;
        json["members"] = new JsonArray([
            .. guild.Members.Values.Where(member => member.User.IsBot).Select(member => (JsonNode)member.ToJson()),
        ]);
        json["channels"] = new JsonArray([
            .. _channels.Values.Where(channel => channel.Guild == guild && !channel.IsThread).Select(channel => (JsonNode)channel.ToJson()),
        ]);
        json["threads"] = new JsonArray([.. ActiveThreads(guild).Select(thread => (JsonNode)thread.ToJson(Application.Bot.Id))]);
        foreach (var empty in new[] { "voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds" })
        {
            json[empty] = new JsonArray();
        }

        return json;
    }
}
