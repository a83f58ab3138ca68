using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Log;

namespace Bot.Emulators.Discord.World;

/// <summary>Writes messages to channels, with log entry and event. Callers hold the world's gate.</summary>
public sealed class MessageStore(DiscordWorld world, ServerLog log)
{
    /// <summary>Lists omit messages newer than this, because reads lag behind writes.</summary>
    public TimeSpan ReadDelay { get; set; }

    /// <summary>All existing messages written by someone, oldest first.</summary>
    public IReadOnlyList<Message> All
    {
        get
        {
            lock (world.Gate)
            {
                return
                [
                    .. world
                        .Channels.SelectMany(channel => channel.Messages.Values)
                        .Where(message => message.Type is 0 or 19 or 20)
                        .OrderBy(message => message.Id),
                ];
            }
        }
    }

    /// <summary>Posts as a person, for noise between the bot's posts.</summary>
    public Message PostAs(ulong user, ulong channel, string content)
    {
        lock (world.Gate)
        {
            var place = world.Channel(channel) ?? throw new ArgumentException($"No channel {channel}.", nameof(channel));
            var author = world.User(user) ?? throw new ArgumentException($"No user {user}.", nameof(user));
            var message = new Message(world.Ids.Next(), place, author, world.Now) { Content = content };
            Add(message);
            log.Append(sequence => new LogEntry(sequence, world.Now, LogKind.Said, "send", place.Label)
            {
                Thread = place.IsThread ? Snowflakes.Text(place.Id) : null,
                MessageId = Snowflakes.Text(message.Id),
                TextHash = Hash(message.Text),
            });
            return message;
        }
    }

    /// <param name="call">Null if not caused by a request.</param>
    public void Add(Message message, ApiCall? call = null)
    {
        var channel = message.Channel;
        channel.Put(message);
        channel.LastMessage = message.Id;
        if (channel.Thread is { } thread)
        {
            if (thread.Archived)
            {
                world.SetArchived(channel, archived: false);
            }

            thread.LastActivity = message.PostedAt;
            if (message.Type != 21 && message.Id != channel.Id)
            {
                thread.MessageCount++;
                thread.TotalMessageSent++;
            }
        }

        if (call is not null && message.Type is 0 or 19)
        {
            Note(LogKind.Accepted, message, call);
        }

        Tell("MESSAGE_CREATE", message);
    }

    public void Edited(Message message, ApiCall? call)
    {
        message.EditedAt = world.Now;
        if (call is not null)
        {
            Note(LogKind.Edited, message, call);
        }

        Tell("MESSAGE_UPDATE", message);
    }

    /// <param name="call">Null if a person or a moderator did it.</param>
    public void Delete(Message message, ApiCall? call = null)
    {
        lock (world.Gate)
        {
            var channel = message.Channel;
            channel.Remove(message);
            if (channel.Thread is { } thread && message.Id != channel.Id)
            {
                thread.MessageCount--;
            }

            if (call is not null)
            {
                Note(LogKind.Deleted, message, call);
            }

            var gone = new JsonObject
            {
                ["id"] = Snowflakes.Text(message.Id),
                ["channel_id"] = Snowflakes.Text(channel.Id),
                ["guild_id"] = Snowflakes.Text(channel.Guild.Id),
            };
            world.Publish(channel.Guild, new DiscordEvent("MESSAGE_DELETE", gone, DiscordEvent.GuildMessages));
        }
    }

    /// <summary>Newest first.</summary>
    public IEnumerable<Message> Visible(Channel channel)
    {
        var horizon = world.Now - ReadDelay;
        return channel.Messages.Values.Reverse().Where(message => message.PostedAt <= horizon);
    }

    public JsonObject Json(Message message, bool withNonce = false) => message.ToJson(world.User, world.ThreadOf(message), withNonce);

    /// <summary>The <see cref="LogEntry.TextHash"/> of a text from <see cref="MessageText"/>.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Note(LogKind kind, Message message, ApiCall call) =>
        log.Append(sequence =>
            call.Entry(sequence, kind, world.Now) with
            {
                Channel = message.Channel.Label,
                Thread = message.Channel.IsThread && message.Id != message.Channel.Id ? Snowflakes.Text(message.Channel.Id) : null,
                Key = message.Nonce?.ToString(),
                MessageId = Snowflakes.Text(message.Id),
                TextHash = Hash(message.Text),
                Pings = message.Pings.Names,
            }
        );

    private void Tell(string name, Message message)
    {
        var json = Json(message, withNonce: name == "MESSAGE_CREATE");
        json["guild_id"] = Snowflakes.Text(message.Channel.Guild.Id);
        world.Publish(message.Channel.Guild, new DiscordEvent(name, json, DiscordEvent.GuildMessages));
    }
}
