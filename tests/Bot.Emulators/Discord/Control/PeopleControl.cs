using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Control;
using Bot.Emulators.Discord.Interactions;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Control;

/// <summary>
/// People's actions, and what Discord sends on its own: <c>POST /_control/commands</c>, <c>/autocomplete</c>,
/// <c>/clicks</c>, <c>/forms</c>, each returning the interaction; <c>GET /_control/interactions/ID?wait=SECONDS</c>;
/// <c>POST /_control/application</c> (<c>endpoint</c>), <c>/pings</c>, <c>/endpoint-checks</c>, <c>/signatures</c>.
/// </summary>
internal static class PeopleControl
{
    public static void Map(IEndpointRouteBuilder routes, DiscordServer server)
    {
        routes.MapPost(
            "/_control/commands",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<CommandOrder>(request);
                return Shown(await server.People.CommandAsync(order.Path, order.Values, order.By));
            }
        );
        routes.MapPost(
            "/_control/autocomplete",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<CommandOrder>(request);
                return Shown(
                    await server.People.AutocompleteAsync(order.Path, order.Option ?? "", order.Typed ?? "", order.Values, order.By)
                );
            }
        );
        routes.MapPost(
            "/_control/clicks",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<ClickOrder>(request);
                return Shown(await server.People.ClickAsync(order.Message, order.CustomId, order.Values, order.By));
            }
        );
        routes.MapPost(
            "/_control/forms",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<FormOrder>(request);
                return Shown(await server.People.SubmitAsync(Find(server, order.Interaction), order.Values, order.By));
            }
        );
        routes.MapGet(
            "/_control/interactions/{id}",
            async (ulong id, double? wait, CancellationToken cancellationToken) =>
            {
                var interaction = Find(server, id);
                return Shown(
                    wait is { } seconds
                        ? await interaction.AnsweredAsync(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 60)), cancellationToken)
                        : interaction
                );
            }
        );
        MapEndpoint(routes, server);
    }

    private static void MapEndpoint(IEndpointRouteBuilder routes, DiscordServer server)
    {
        routes.MapPost(
            "/_control/application",
            async (HttpRequest request) =>
                server.World.Application.InteractionsEndpointUrl = (await EmulatorControl.ReadAsync<ApplicationOrder>(request)).Endpoint
        );
        routes.MapPost(
            "/_control/pings",
            async (BadSignature? bad, CancellationToken cancellationToken) =>
                Results.Text(
                    JsonSerializer.Serialize(await server.People.PingAsync(bad ?? BadSignature.None, cancellationToken)),
                    "application/json"
                )
        );
        routes.MapPost(
            "/_control/endpoint-checks",
            async (CancellationToken cancellationToken) =>
                EmulatorControl.Json(JsonValue.Create(await server.People.CheckEndpointAsync(cancellationToken)))
        );
        routes.MapPost(
            "/_control/signatures",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<SignatureOrder>(request);
                return EmulatorControl.Json(
                    new JsonObject
                    {
                        ["public_key"] = server.Signer.PublicKey,
                        ["signature"] = server.Signer.Sign(order.Timestamp, Encoding.UTF8.GetBytes(order.Body)),
                    }
                );
            }
        );
    }

    private static Interaction Find(DiscordServer server, ulong id)
    {
        lock (server.World.Gate)
        {
            return server.Interactions.Find(id) ?? throw new KeyNotFoundException($"No interaction {id}.");
        }
    }

    private static IResult Shown(Interaction interaction) =>
        EmulatorControl.Json(
            new JsonObject
            {
                ["id"] = Snowflakes.Text(interaction.Id),
                ["token"] = interaction.Token,
                ["payload"] = interaction.Payload.DeepClone(),
                ["response"] = (int?)interaction.Response,
                ["data"] = interaction.ResponseData?.DeepClone(),
                ["text"] = interaction.Text,
                ["ephemeral"] = interaction.Original?.Flags.HasFlag(MessageFlags.Ephemeral),
                ["message"] = interaction.Original is { } message ? Snowflakes.Text(message.Id) : null,
                ["follow_ups"] = new JsonArray([.. interaction.FollowUps.Select(followUp => (JsonNode)followUp.Text)]),
                ["endpoint_status"] = interaction.Endpoint?.Status,
                ["failure"] = interaction.Failure,
            }
        );

    /// <param name="Option">The option being typed.</param>
    private sealed record CommandOrder(
        string Path,
        Dictionary<string, string>? Values = null,
        string? Option = null,
        string? Typed = null,
        ulong User = DefaultIds.Reader,
        ulong Channel = DefaultIds.TextChannel,
        string Locale = "ja"
    )
    {
        public Doing By => new(User, Channel, Locale);
    }

    private sealed record ClickOrder(
        ulong Message,
        string CustomId,
        string[]? Values = null,
        ulong User = DefaultIds.Reader,
        string Locale = "ja"
    )
    {
        public Doing By => new(User, Locale: Locale);
    }

    private sealed record FormOrder(
        ulong Interaction,
        Dictionary<string, string> Values,
        ulong User = DefaultIds.Reader,
        string Locale = "ja"
    )
    {
        public Doing By => new(User, Locale: Locale);
    }

    /// <param name="Endpoint">Null to send interactions to the gateway.</param>
    private sealed record ApplicationOrder(string? Endpoint);

    private sealed record SignatureOrder(string Timestamp, string Body);
}
