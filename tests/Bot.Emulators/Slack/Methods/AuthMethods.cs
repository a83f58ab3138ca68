using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;

namespace Bot.Emulators.Slack.Methods;

/// <summary>auth.test and apps.connections.open.</summary>
internal static class AuthMethods
{
    public static ApiResult Test(ApiCall call) =>
        ApiResult.Ok(
            new JsonObject
            {
                ["url"] = $"https://{call.Workspace.Domain}.slack.com/",
                ["team"] = call.Workspace.Name,
                ["user"] = call.Workspace.Users[call.Workspace.BotUser].Name,
                ["team_id"] = call.World.App.IsOrganisations ? "E" + call.Workspace.Id[1..] : call.Workspace.Id,
                ["user_id"] = call.Workspace.BotUser,
                ["bot_id"] = call.Workspace.BotId,
                ["app_id"] = call.World.App.Id,
                ["is_enterprise_install"] = call.World.App.IsOrganisations,
            }
        );

    public static ApiResult OpenConnection(ApiCall call) => ApiResult.Ok(new JsonObject { ["url"] = call.Server.Sockets.NewAddress() });
}
