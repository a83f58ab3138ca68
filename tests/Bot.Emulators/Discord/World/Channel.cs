using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>A channel or a thread, with its messages.</summary>
public sealed class Channel(ulong id, Guild guild, ChannelType type, string name)
{
    private ImmutableSortedDictionary<ulong, Message> _messages = ImmutableSortedDictionary<ulong, Message>.Empty;

    public ulong Id { get; } = id;

    public Guild Guild { get; } = guild;

    /// <summary>An announcement channel and a text channel can be converted into each other.</summary>
    public ChannelType Type { get; set; } = type;

    public string Name { get; set; } = name;

    public string? Topic { get; set; }

    public int Position { get; init; }

    public int SlowmodeSeconds { get; set; }

    /// <summary>Bits: 2 for a pinned post, 16 if a tag is required.</summary>
    public int Flags { get; set; }

    /// <summary>Parent of a thread; null for other channels.</summary>
    public Channel? Parent { get; init; }

    /// <summary>Null unless it is a thread.</summary>
    public ThreadDetails? Thread { get; init; }

    /// <summary>The person of a direct message; null for a guild's channel.</summary>
    public User? Recipient { get; init; }

    public List<Overwrite> Overwrites { get; } = [];

    /// <summary>A forum's tags by id.</summary>
    public SortedDictionary<ulong, string> Tags { get; } = [];

    /// <summary>Tags of a forum post.</summary>
    public List<ulong> AppliedTags { get; init; } = [];

    /// <summary>By id, oldest first, as they are now: what a test reads does not change under it.</summary>
    public ImmutableSortedDictionary<ulong, Message> Messages => _messages;

    public ulong? LastMessage { get; set; }

    public bool IsThread => Thread is not null;

    public bool IsForum => Type is ChannelType.Forum or ChannelType.Media;

    public void Put(Message message) => ImmutableInterlocked.Update(ref _messages, all => all.SetItem(message.Id, message));

    public void Remove(Message message) => ImmutableInterlocked.Update(ref _messages, all => all.Remove(message.Id));

    public bool TakesMessages => Type is not (ChannelType.Category or ChannelType.Forum or ChannelType.Media);

    /// <summary>Guild and channel (for a thread, its parent): <c>GUILD/CHANNEL</c>.</summary>
    public string Label => $"{Guild.Id}/{(Parent is { } parent && IsThread ? parent.Id : Id)}";

    /// <param name="viewer">User whose thread membership is included; null for none.</param>
    public JsonObject ToJson(ulong? viewer = null)
    {
        if (Recipient is { } recipient)
        {
            return new JsonObject
            {
                ["id"] = Snowflakes.Text(Id),
                ["type"] = (int)Type,
                ["flags"] = Flags,
                ["last_message_id"] = LastMessage is { } newest ? Snowflakes.Text(newest) : null,
                ["recipients"] = new JsonArray(recipient.ToJson()),
            };
        }

        var json = new JsonObject
        {
            ["id"] = Snowflakes.Text(Id),
            ["type"] = (int)Type,
            ["guild_id"] = Snowflakes.Text(Guild.Id),
            ["name"] = Name,
            ["parent_id"] = Parent is null ? null : Snowflakes.Text(Parent.Id),
            ["flags"] = Flags,
            ["rate_limit_per_user"] = SlowmodeSeconds,
            ["last_message_id"] = LastMessage is { } last ? Snowflakes.Text(last) : null,
        };
        if (Thread is { } thread)
        {
            AddThread(json, thread, viewer);
        }
        else
        {
            AddChannel(json);
        }

        return json;
    }

    private void AddThread(JsonObject json, ThreadDetails thread, ulong? viewer)
    {
        json["owner_id"] = Snowflakes.Text(thread.Owner);
        json["thread_metadata"] = thread.ToJson();
        json["message_count"] = thread.MessageCount;
        json["member_count"] = Math.Min(50, thread.Members.Count);
        json["total_message_sent"] = thread.TotalMessageSent;
        if (Parent is { IsForum: true })
        {
            json["applied_tags"] = new JsonArray([.. AppliedTags.Select(tag => (JsonNode)Snowflakes.Text(tag))]);
        }

        if (viewer is { } user && thread.Members.Contains(user))
        {
            json["member"] = thread.MemberJson(Id, user);
        }
    }

    private void AddChannel(JsonObject json)
    {
        json["position"] = Position;
        json["topic"] = Topic;
        json["nsfw"] = false;
        json["permission_overwrites"] = new JsonArray([.. Overwrites.Select(overwrite => (JsonNode)overwrite.ToJson())]);
        if (IsForum)
        {
            json["available_tags"] = new JsonArray([
                .. Tags.Select(tag =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = Snowflakes.Text(tag.Key),
                            ["name"] = tag.Value,
                            ["moderated"] = false,
                            ["emoji_id"] = null,
                            ["emoji_name"] = null,
                        }
                ),
            ]);
            json["default_reaction_emoji"] = null;
            json["default_sort_order"] = null;
            json["default_forum_layout"] = 0;
        }
    }
}
