using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>The callback, and the webhook behind every interaction's token.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints</remarks>
public sealed class InteractionRoutes(DiscordWorld world, MessageStore messages, InteractionStore interactions, DiscordRules rules)
{
    private const string Webhook = "/webhooks/{webhook}/{token}";
    private const string Original = Webhook + "/messages/@original";
    private const string One = Webhook + "/messages/{message}";

    public IEnumerable<ApiRoute> Routes =>
        [
            new("POST", "/interactions/{interaction}/{token}/callback", "callback", Callback)
            {
                IsOpen = true,
                Schema = call => CallbackSchema(call.Form),
            },
            new("POST", Webhook, "follow-up", FollowUp)
            {
                IsOpen = true,
                Bucket = "webhook",
                Schema = _ => "IncomingWebhookRequestPartial",
            },
            .. new[] { Original, One }.SelectMany(path =>
                new ApiRoute[]
                {
                    new("GET", path, "get-reply", call => HonestReply.Ok(messages.Json(Message(call).Message)))
                    {
                        IsOpen = true,
                        Bucket = "webhook",
                    },
                    new("PATCH", path, "edit-reply", Edit)
                    {
                        IsOpen = true,
                        Bucket = "webhook",
                        Schema = _ => "IncomingWebhookUpdateRequestPartial",
                    },
                    new("DELETE", path, "delete-reply", Delete) { IsOpen = true, Bucket = "webhook" },
                }
            ),
        ];

    /// <summary>The published schema for a first response.</summary>
    internal static string? CallbackSchema(JsonObject body) =>
        body["type"].Number() switch
        {
            4 or 5 => "CreateMessageInteractionCallbackRequest",
            6 or 7 => "UpdateMessageInteractionCallbackRequest",
            8 => "ApplicationCommandAutocompleteCallbackRequest",
            9 => "ModalInteractionCallbackRequest",
            _ => null,
        };

    private HonestReply Callback(ApiCall call)
    {
        var interaction = interactions.Find(call.Id("interaction"));
        if (interaction is null || interaction.Token != call.Text("token"))
        {
            throw RefusalException.Of(ErrorCodes.UnknownInteraction);
        }

        interactions.Respond(interaction, call);
        if (!call.Flag("with_response"))
        {
            return HonestReply.Empty;
        }

        var body = new JsonObject
        {
            ["interaction"] = new JsonObject { ["id"] = Snowflakes.Text(interaction.Id), ["type"] = (int)interaction.Type },
        };
        if (interaction.Original is { } message)
        {
            body["interaction"]!["response_message_id"] = Snowflakes.Text(message.Id);
            body["interaction"]!["response_message_loading"] = interaction.IsThinking;
            body["interaction"]!["response_message_ephemeral"] = message.Flags.HasFlag(MessageFlags.Ephemeral);
            body["resource"] = new JsonObject { ["type"] = (int)interaction.Response!, ["message"] = messages.Json(message) };
        }

        return HonestReply.Ok(body);
    }

    private HonestReply FollowUp(ApiCall call) => HonestReply.Ok(messages.Json(interactions.FollowUp(Open(call), call)));

    private HonestReply Edit(ApiCall call)
    {
        var (interaction, message) = Message(call);
        interactions.Edit(interaction, message, call);
        return HonestReply.Ok(messages.Json(message));
    }

    private HonestReply Delete(ApiCall call)
    {
        var (interaction, message) = Message(call);
        interactions.Delete(interaction, message, call);
        return HonestReply.Empty;
    }

    private (Interaction Interaction, Message Message) Message(ApiCall call)
    {
        var interaction = Open(call);
        var message = call.Text("message") is null
            ? interaction.Original
            : interaction.FollowUps.Append(interaction.Original).FirstOrDefault(message => message?.Id == call.Id("message"));
        return message is null ? throw RefusalException.Of(ErrorCodes.UnknownMessage) : (interaction, message);
    }

    private Interaction Open(ApiCall call)
    {
        var interaction = interactions.OfToken(call.Text("token") ?? "");
        if (interaction?.Response is null || call.Id("webhook") != world.Application.Id)
        {
            throw RefusalException.Of(ErrorCodes.UnknownWebhook);
        }

        return world.Now - interaction.At > rules.InteractionLifetime ? throw RefusalException.Of(50027) : interaction;
    }
}
