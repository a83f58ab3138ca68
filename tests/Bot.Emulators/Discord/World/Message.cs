using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>A stored message.</summary>
public sealed class Message(ulong id, Channel channel, User author, DateTimeOffset at)
{
    public ulong Id { get; } = id;

    public Channel Channel { get; } = channel;

    public User Author { get; } = author;

    public DateTimeOffset PostedAt { get; } = at;

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>0 default, 18 thread created, 19 reply, 20 command reply, 21 thread starter.</summary>
    public int Type { get; init; }

    public string Content { get; set; } = "";

    public JsonArray Embeds { get; set; } = [];

    public JsonArray Components { get; set; } = [];

    public JsonArray Attachments { get; set; } = [];

    public MessageFlags Flags { get; set; }

    /// <summary>As given by the sender, a string or a number; null for none. Only the sender sees it, once.</summary>
    public JsonNode? Nonce { get; init; }

    /// <summary>Its text, for the log and for comparisons.</summary>
    public string Text => MessageText.Of(Content, Components);

    public Pings Pings { get; set; } = Pings.None;

    public JsonObject? Reference { get; init; }

    /// <summary>Members found only in replies to interactions.</summary>
    public JsonObject? Interaction { get; init; }

    public bool IsOf(ulong user) => Author.Id == user;

    /// <param name="withNonce">Only in the response to its creation: fetching the message later does not return it.</param>
    public JsonObject ToJson(Func<ulong, User?> user, Channel? thread, bool withNonce = false)
    {
        var json = new JsonObject
        {
            ["id"] = Snowflakes.Text(Id),
            ["channel_id"] = Snowflakes.Text(Channel.Id),
            ["type"] = Type,
            ["author"] = Author.ToJson(),
            ["content"] = Content,
            ["timestamp"] = Times.Iso(PostedAt),
            ["edited_timestamp"] = EditedAt is { } edited ? Times.Iso(edited) : null,
            ["tts"] = false,
            ["mention_everyone"] = Pings.Everyone,
            ["mentions"] = new JsonArray([.. Pings.Users.Select(user).OfType<User>().Select(mentioned => (JsonNode)mentioned.ToJson())]),
            ["mention_roles"] = new JsonArray([.. Pings.Roles.Select(role => (JsonNode)Snowflakes.Text(role))]),
            ["attachments"] = Attachments.DeepClone(),
            ["embeds"] = Embeds.DeepClone(),
            ["components"] = Components.DeepClone(),
            ["pinned"] = false,
            ["flags"] = (int)Flags,
        };
        if (withNonce && Nonce is not null)
        {
            json["nonce"] = Nonce.DeepClone();
        }

        if (Reference is not null)
        {
            json["message_reference"] = Reference.DeepClone();
        }

        if (thread is not null)
        {
            json["thread"] = thread.ToJson();
        }

        foreach (var (name, value) in Interaction ?? [])
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }
}
