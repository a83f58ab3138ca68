using System.Text.Json.Nodes;
using Bot.Emulators.Control;
using Bot.Emulators.Discord.Gateway;

namespace Bot.Emulators.Discord.Control;

/// <summary>
/// Controls gateway connections: <c>POST /_control/gateway</c> (<c>{"do": "reconnect"}</c>, <c>invalidate</c>,
/// <c>invalidate-resumable</c>, <c>ask-heartbeat</c>, <c>fall-silent</c>, <c>drop</c>, <c>close</c> with <c>code</c>,
/// <c>raw</c> with <c>frame</c>), <c>GET /_control/gateway</c>, <c>POST /_control/gateway/settings</c>.
/// </summary>
internal static class GatewayControl
{
    public static void Map(IEndpointRouteBuilder routes, DiscordServer server)
    {
        routes.MapPost(
            "/_control/gateway",
            async (HttpRequest request) => (await EmulatorControl.ReadAsync<GatewayOrder>(request)).Carry(server.Gateway)
        );
        routes.MapPost(
            "/_control/gateway/settings",
            async (HttpRequest request) => (await EmulatorControl.ReadAsync<SettingsOrder>(request)).Apply(server.Gateway.Settings)
        );
        routes.MapGet(
            "/_control/gateway",
            () =>
                EmulatorControl.Json(
                    new JsonArray([
                        .. server.Gateway.Connections.Select(connection =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["number"] = connection.Number,
                                    ["silent"] = connection.IsSilent,
                                    ["session"] = connection.Session?.Id,
                                    ["sequence"] = connection.Session?.Sequence,
                                }
                        ),
                    ])
                )
        );
    }

    private sealed record GatewayOrder(string Do, int Code = 4000, string Frame = "")
    {
        public void Carry(GatewayServer gateway)
        {
            Action act = Do switch
            {
                "reconnect" => gateway.Reconnect,
                "invalidate" => () => gateway.Invalidate(resumable: false),
                "invalidate-resumable" => () => gateway.Invalidate(resumable: true),
                "ask-heartbeat" => gateway.AskHeartbeat,
                "fall-silent" => gateway.FallSilent,
                "drop" => gateway.Drop,
                "close" => () => gateway.Close(Code),
                "raw" => () => gateway.SendRaw(Frame),
                _ => throw new ArgumentException($"The gateway cannot {Do}."),
            };
            act();
        }
    }

    /// <summary>Changes to the settings; null means no change.</summary>
    private sealed record SettingsOrder(
        int? HeartbeatMilliseconds = null,
        int? StartsRemaining = null,
        int? MaxConcurrency = null,
        int? ReconnectsBeforeHello = null,
        int? Mutes = null
    )
    {
        public void Apply(GatewaySettings settings)
        {
            settings.HeartbeatInterval = HeartbeatMilliseconds is { } milliseconds
                ? TimeSpan.FromMilliseconds(milliseconds)
                : settings.HeartbeatInterval;
            settings.StartsRemaining = StartsRemaining ?? settings.StartsRemaining;
            settings.MaxConcurrency = MaxConcurrency ?? settings.MaxConcurrency;
            settings.ReconnectsBeforeHello = ReconnectsBeforeHello ?? settings.ReconnectsBeforeHello;
            settings.Mutes = Mutes ?? settings.Mutes;
        }
    }
}
