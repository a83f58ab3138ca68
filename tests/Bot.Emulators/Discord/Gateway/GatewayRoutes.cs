using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>The gateway's address and the remaining session starts.</summary>
public sealed class GatewayRoutes(DiscordServer server)
{
    /// <summary>Path for the first connection.</summary>
    public const string Path = "/gateway";

    /// <summary>Path for resuming.</summary>
    public const string ResumePath = "/gateway-resume";

    public IEnumerable<ApiRoute> Routes =>
        [
            new("GET", "/gateway", "get-gateway", _ => HonestReply.Ok(new JsonObject { ["url"] = server.GatewayUrl })) { IsOpen = true },
            new("GET", "/gateway/bot", "get-gateway", OfBot),
        ];

    private HonestReply OfBot(ApiCall call) =>
        HonestReply.Ok(
            new JsonObject
            {
                ["url"] = server.GatewayUrl,
                ["shards"] = 1,
                ["session_start_limit"] = new JsonObject
                {
                    ["total"] = server.Gateway.Settings.StartsTotal,
                    ["remaining"] = server.Gateway.Settings.LeavesOutStarts ? null : Math.Max(0, server.Gateway.Settings.StartsRemaining),
                    ["reset_after"] = server.Gateway.Settings.LeavesOutStarts ? 0 : (int)TimeSpan.FromHours(14).TotalMilliseconds,
                    ["max_concurrency"] = server.Gateway.Settings.MaxConcurrency,
                },
            }
        );
}
