using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Messages: create, read, edit, delete, crosspost.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message</remarks>
public sealed class MessageRoutes(DiscordWorld world, MessageStore messages, MessageForm form, Nonces nonces, Access access, ServerLog log)
{
    private const string All = "/channels/{channel}/messages";
    private const string One = All + "/{message}";

    public IEnumerable<ApiRoute> Routes =>
        [
            new("POST", All, "send", Create) { Schema = _ => "MessageCreateRequest" },
            new("GET", All, "find", List) { Bucket = "list-messages" },
            new("GET", One, "find", Get) { Bucket = "get-message" },
            new("PATCH", One, "edit", Edit) { Schema = _ => "MessageEditRequestPartial" },
            new("DELETE", One, "delete", Delete),
            new("POST", One + "/crosspost", "crosspost", Crosspost),
        ];

    private HonestReply Create(ApiCall call)
    {
        var channel = access.Channel(call);
        if (!channel.TakesMessages)
        {
            throw RefusalException.Of(ErrorCodes.WrongChannelKind);
        }

        if (channel.Recipient is { } recipient && world.TakingNoMessages.Contains(recipient.Id))
        {
            throw RefusalException.Of(ErrorCodes.NoDirectMessages);
        }

        access.Need(channel, channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages);
        if (channel.Thread is { Locked: true } && !world.BotMay(channel).HasFlag(Permission.ManageThreads))
        {
            throw RefusalException.Of(ErrorCodes.ThreadLocked);
        }

        var body = call.Form;
        var flags = Flags(body);
        form.Verify(body, flags.HasFlag(MessageFlags.IsComponentsV2));
        call.VerifySchema();
        var enforced = body["enforce_nonce"].Truth() == true ? call.Nonce : null;
        if (enforced is not null && nonces.Earlier(enforced, world.Now) is { } earlier)
        {
            return Repeated(call, earlier);
        }

        var message = Make(call, channel, body, flags);
        if (call.IsSwallowed)
        {
            log.Append(sequence => call.Entry(sequence, LogKind.Ignored, world.Now) with { Key = call.Nonce });
            return HonestReply.Ok(messages.Json(message, withNonce: true));
        }

        messages.Add(message, call);
        if (enforced is not null)
        {
            nonces.Keep(enforced, message);
        }

        return HonestReply.Ok(messages.Json(message, withNonce: true));
    }

    /// <summary>Creates a message from a validated body.</summary>
    /// <exception cref="RefusalException">50006; or the message replied to does not exist.</exception>
    public Message Make(ApiCall call, Channel channel, JsonObject body, MessageFlags flags, ulong? id = null)
    {
        VerifyNotEmpty(call, body);
        var reference = Reference(channel, body["message_reference"] as JsonObject);
        var may = world.BotMay(channel);
        return new Message(id ?? world.Ids.Next(), channel, world.Application.Bot, world.Now)
        {
            Type = reference is null ? 0 : 19,
            Content = body["content"].Text()?.Trim() ?? "",
            // Without the permission, Discord silently drops them.
            Embeds = may.HasFlag(Permission.EmbedLinks) ? body["embeds"]?.DeepClone() as JsonArray ?? [] : [],
            Components = ComponentForm.Numbered(body["components"]),
            Attachments = AttachmentList.Of(call, world, channel),
            Flags = flags & MessageFlags.Settable,
            Nonce = body["nonce"]?.DeepClone(),
            Reference = reference,
            Pings = PingsOf(body, channel),
        };
    }

    public Pings PingsOf(JsonObject body, Channel channel, bool onlyUsersByDefault = false) =>
        MentionForm.Pings(
            MessageText.Of(body),
            body["allowed_mentions"],
            channel,
            world.BotMay(channel).HasFlag(Permission.MentionEveryone),
            onlyUsersByDefault
        );

    public static MessageFlags Flags(JsonObject body) => (MessageFlags)(body["flags"].Number() ?? 0);

    /// <exception cref="RefusalException">50006.</exception>
    public static void VerifyNotEmpty(ApiCall call, JsonObject body)
    {
        var isEmpty =
            string.IsNullOrWhiteSpace(body["content"].Text())
            && call.Files.Count == 0
            && new[] { "embeds", "components", "sticker_ids", "attachments" }.All(member => body[member] is not JsonArray { Count: > 0 });
        if (isEmpty)
        {
            throw RefusalException.Of(ErrorCodes.EmptyMessage);
        }
    }

    private HonestReply Repeated(ApiCall call, Message earlier)
    {
        log.Append(sequence =>
            call.Entry(sequence, LogKind.Found, world.Now) with
            {
                Key = call.Nonce,
                MessageId = Snowflakes.Text(earlier.Id),
            }
        );
        // A message deleted since is not recreated: https://github.com/discord/discord-api-docs/issues/6647
        return earlier.Channel.Messages.ContainsKey(earlier.Id)
            ? HonestReply.Ok(messages.Json(earlier, withNonce: true))
            : throw RefusalException.Of(ErrorCodes.UnknownMessage);
    }

    private JsonObject? Reference(Channel channel, JsonObject? asked)
    {
        if (asked is null)
        {
            return null;
        }

        if (!world.BotMay(channel).HasFlag(Permission.ReadMessageHistory))
        {
            throw RefusalException.Of(160002);
        }

        var target = asked["message_id"].Id() ?? 0;
        if (channel.Messages.ContainsKey(target))
        {
            return new JsonObject
            {
                ["type"] = 0,
                ["message_id"] = Snowflakes.Text(target),
                ["channel_id"] = Snowflakes.Text(channel.Id),
                ["guild_id"] = Snowflakes.Text(channel.Guild.Id),
            };
        }

        if (asked["fail_if_not_exists"].Truth() == false)
        {
            return null;
        }

        var errors = new FormErrors();
        errors.Add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        errors.Verify();
        return null;
    }

    private HonestReply List(ApiCall call)
    {
        var channel = access.Channel(call);
        var limit = call.QueryNumber("limit", 50, 1, 100);
        var found = world.BotMay(channel).HasFlag(Permission.ReadMessageHistory)
            ? MessagePage.Of([.. messages.Visible(channel)], call, limit)
            : [];
        log.Append(sequence => call.Entry(sequence, LogKind.Read, world.Now) with { Detail = $"{found.Count} messages" });
        return HonestReply.Ok(new JsonArray([.. found.Select(message => (JsonNode)messages.Json(message))]));
    }

    private HonestReply Get(ApiCall call)
    {
        var channel = access.Channel(call);
        access.Need(channel, Permission.ReadMessageHistory);
        var id = call.Id("message");
        var message = messages.Visible(channel).FirstOrDefault(message => message.Id == id);
        log.Append(sequence =>
            call.Entry(sequence, message is null ? LogKind.Absent : LogKind.Found, world.Now) with
            {
                MessageId = Snowflakes.Text(id),
            }
        );
        return HonestReply.Ok(messages.Json(message ?? throw RefusalException.Of(ErrorCodes.UnknownMessage)));
    }

    private HonestReply Edit(ApiCall call)
    {
        var channel = access.Channel(call);
        var message = Access.Message(call, channel);
        if (channel.Thread is { Archived: true })
        {
            throw RefusalException.Of(ErrorCodes.ThreadArchived);
        }

        if (!message.IsOf(world.Application.Bot.Id))
        {
            throw RefusalException.Of(ErrorCodes.NotYourMessage);
        }

        if (message.Type is not (0 or 19 or 20))
        {
            throw RefusalException.Of(50021);
        }

        MessageEdit.Apply(message, call, form, body => PingsOf(body, channel));
        messages.Edited(message, call);
        return HonestReply.Ok(messages.Json(message));
    }

    private HonestReply Delete(ApiCall call)
    {
        var channel = access.Channel(call);
        var message = Access.Message(call, channel);
        if (channel.Thread is { Archived: true })
        {
            throw RefusalException.Of(ErrorCodes.ThreadArchived);
        }

        if (!message.IsOf(world.Application.Bot.Id))
        {
            access.Need(channel, Permission.ManageMessages);
        }

        messages.Delete(message, call);
        return HonestReply.Empty;
    }

    private HonestReply Crosspost(ApiCall call)
    {
        var channel = access.Channel(call);
        var message = Access.Message(call, channel);
        if (channel.Type != ChannelType.Announcement)
        {
            throw RefusalException.Of(ErrorCodes.WrongChannelType);
        }

        access.Need(
            channel,
            message.IsOf(world.Application.Bot.Id) ? Permission.SendMessages : Permission.SendMessages | Permission.ManageMessages
        );
        if (message.Flags.HasFlag(MessageFlags.Crossposted))
        {
            throw RefusalException.Of(ErrorCodes.AlreadyCrossposted);
        }

        message.Flags |= MessageFlags.Crossposted;
        messages.Edited(message, null);
        log.Append(sequence =>
            call.Entry(sequence, LogKind.Edited, world.Now) with
            {
                Key = message.Nonce?.ToString(),
                MessageId = Snowflakes.Text(message.Id),
            }
        );
        return HonestReply.Ok(messages.Json(message));
    }
}
