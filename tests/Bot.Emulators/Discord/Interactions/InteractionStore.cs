using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>All interactions, and the effects of responses. Callers hold the world's gate.</summary>
public sealed class InteractionStore(DiscordWorld world, MessageStore messages, MessageForm form, DiscordRules rules, ServerLog log)
{
    private const MessageFlags Settable = MessageFlags.Settable | MessageFlags.Ephemeral;
    private readonly Dictionary<ulong, Interaction> _all = [];

    public IReadOnlyList<Interaction> All
    {
        get
        {
            lock (world.Gate)
            {
                return [.. _all.Values.OrderBy(interaction => interaction.Id)];
            }
        }
    }

    public void Add(Interaction interaction) => _all[interaction.Id] = interaction;

    public Interaction? Find(ulong id) => _all.GetValueOrDefault(id);

    public Interaction? OfToken(string token) => _all.Values.FirstOrDefault(interaction => interaction.Token == token);

    /// <summary>Finds a message, including one visible only to an interaction's user.</summary>
    public Message? Message(ulong id) =>
        _all.Values.SelectMany(interaction => interaction.FollowUps.Append(interaction.Original))
            .FirstOrDefault(message => message?.Id == id)
        ?? world.Channels.Select(channel => channel.Messages.GetValueOrDefault(id)).FirstOrDefault(message => message is not null);

    /// <summary>Accepts a first response, from the endpoint's response or the callback route.</summary>
    /// <exception cref="RefusalException">10062 if late, 40060 if it is the second, 50035.</exception>
    public void Respond(Interaction interaction, ApiCall call)
    {
        if (interaction.Response is not null)
        {
            throw RefusalException.Of(ErrorCodes.AlreadyAcknowledged);
        }

        if (interaction.Failure is not null || world.Now - interaction.At > rules.InteractionDeadline)
        {
            throw RefusalException.Of(ErrorCodes.UnknownInteraction);
        }

        var type = CallbackForm.Type(call.Form, interaction.Type);
        var data = call.Form["data"] as JsonObject;
        switch (type)
        {
            case CallbackType.Autocomplete:
                CallbackForm.Choices(data);
                call.VerifySchema();
                break;
            case CallbackType.Modal:
                CallbackForm.Modal(data);
                call.VerifySchema();
                break;
            case CallbackType.Message:
                interaction.Original = Shown(interaction, call, data ?? []);
                break;
            case CallbackType.DeferredMessage:
                call.VerifySchema();
                var ephemeral = MessageRoutes.Flags(data ?? []) & MessageFlags.Ephemeral;
                interaction.Original = Place(
                    interaction,
                    new Message(world.Ids.Next(), interaction.Channel, world.Application.Bot, world.Now)
                    {
                        Type = 20,
                        Flags = MessageFlags.Loading | ephemeral,
                        Interaction = Metadata(interaction),
                    }
                );
                break;
            case CallbackType.Update or CallbackType.DeferredUpdate:
                interaction.Original = interaction.Source ?? throw RefusalException.Of(ErrorCodes.UnknownMessage);
                if (type == CallbackType.Update)
                {
                    Edit(interaction, interaction.Original, call with { Body = data ?? [] }, "data");
                }

                break;
        }

        (interaction.Response, interaction.ResponseData) = (type, data?.DeepClone() as JsonObject);
        Note(interaction, call, $"callback {(int)type}", interaction.Original);
    }

    /// <exception cref="RefusalException">10015, 50027, 50035.</exception>
    public Message FollowUp(Interaction interaction, ApiCall call)
    {
        if (interaction is { Response: CallbackType.DeferredMessage, IsThinking: true, Original: { } thinking })
        {
            // Documented as deprecated, but still in effect.
            Edit(interaction, thinking, call);
            return thinking;
        }

        var message = Built(interaction, call, call.Form, "");
        interaction.Add(Place(interaction, message));
        Note(interaction, call, "follow-up", message);
        return message;
    }

    public void Edit(Interaction interaction, Message message, ApiCall call, string path = "")
    {
        if (interaction.Channel.Thread is { Archived: true } && !message.Flags.HasFlag(MessageFlags.Ephemeral))
        {
            throw RefusalException.Of(ErrorCodes.ThreadArchived);
        }

        MessageEdit.Apply(message, call, form, body => Pings(interaction, body), path);
        message.Flags &= ~MessageFlags.Loading;
        if (message.Flags.HasFlag(MessageFlags.Ephemeral))
        {
            message.EditedAt = world.Now;
        }
        else
        {
            messages.Edited(message, null);
        }

        Note(interaction, call, "edit", message);
    }

    public void Delete(Interaction interaction, Message message, ApiCall call)
    {
        if (message == interaction.Original)
        {
            interaction.Original = null;
        }

        interaction.Remove(message);
        if (!message.Flags.HasFlag(MessageFlags.Ephemeral))
        {
            messages.Delete(message);
        }

        Note(interaction, call, "delete", message);
    }

    private Message Shown(Interaction interaction, ApiCall call, JsonObject data)
    {
        try
        {
            return Place(interaction, Built(interaction, call with { Body = data }, data, "data"));
        }
        catch (RefusalException refusal) when (refusal.Status == 500)
        {
            // If Discord fails while sending an immediate reply, it answers "Unknown interaction":
            // https://github.com/discord/discord-api-docs/issues/7448
            interaction.Failure = "the reply was too large in bytes";
            throw RefusalException.Of(ErrorCodes.UnknownInteraction);
        }
    }

    private Message Built(Interaction interaction, ApiCall call, JsonObject body, string path)
    {
        var flags = MessageRoutes.Flags(body) & Settable;
        form.Verify(body, flags.HasFlag(MessageFlags.IsComponentsV2), path);
        MessageRoutes.VerifyNotEmpty(call, body);
        call.VerifySchema();
        return new Message(world.Ids.Next(), interaction.Channel, world.Application.Bot, world.Now)
        {
            Type = 20,
            Content = body["content"].Text()?.Trim() ?? "",
            Embeds = body["embeds"]?.DeepClone() as JsonArray ?? [],
            Components = ComponentForm.Numbered(body["components"]),
            Flags = flags,
            Interaction = Metadata(interaction),
            Pings = Pings(interaction, body),
        };
    }

    private Message Place(Interaction interaction, Message message)
    {
        if (!message.Flags.HasFlag(MessageFlags.Ephemeral))
        {
            messages.Add(message);
        }

        return message;
    }

    private Pings Pings(Interaction interaction, JsonObject body) =>
        MentionForm.Pings(
            MessageText.Of(body),
            body["allowed_mentions"],
            interaction.Channel,
            world.BotMay(interaction.Channel).HasFlag(Permission.MentionEveryone),
            onlyUsersByDefault: true
        );

    private JsonObject Metadata(Interaction interaction) =>
        new()
        {
            ["application_id"] = Snowflakes.Text(world.Application.Id),
            ["webhook_id"] = Snowflakes.Text(world.Application.Id),
            ["interaction_metadata"] = new JsonObject
            {
                ["id"] = Snowflakes.Text(interaction.Id),
                ["type"] = (int)interaction.Type,
                ["user"] = interaction.Member.User.ToJson(),
                ["authorizing_integration_owners"] = new JsonObject { ["0"] = Snowflakes.Text(interaction.Channel.Guild.Id) },
                ["name"] = interaction.Payload["data"]?["name"].Text(),
            },
        };

    private void Note(Interaction interaction, ApiCall call, string what, Message? message)
    {
        log.Append(sequence =>
            call.Entry(sequence, LogKind.Replied, world.Now) with
            {
                Channel = interaction.Channel.Label,
                Thread = interaction.Channel.IsThread ? Snowflakes.Text(interaction.Channel.Id) : null,
                Key = Snowflakes.Text(interaction.Id),
                MessageId = message is null ? null : Snowflakes.Text(message.Id),
                TextHash = message is null ? null : MessageStore.Hash(message.Text),
                Pings = message?.Pings.Names,
                Detail = what,
            }
        );
        interaction.Changed();
    }
}
