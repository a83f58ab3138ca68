using System.Text.Json.Nodes;
using Bot.Emulators.Control;
using Bot.Emulators.Slack.Methods;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Control;

/// <summary>
/// Workspaces, channels, people, tokens and messages: <c>GET /_control/app</c>, <c>POST /_control/app</c>,
/// <c>/workspaces</c>, <c>/channels</c>, <c>/users</c>, <c>/tokens</c>, <c>/codes</c> (someone approves an installation),
/// <c>/pace</c>, <c>/read-delay</c>; <c>GET /_control/views?user=</c>; <c>GET /_control/messages?channel=</c>,
/// <c>POST</c> and <c>DELETE /_control/messages</c> as a person.
/// </summary>
internal static class WorldControl
{
    public static void Map(RouteGroupBuilder routes, SlackServer server)
    {
        routes.MapGet(
            "/_control/app",
            () =>
                EmulatorControl.Json(
                    new
                    {
                        server.World.App.Id,
                        server.World.App.ClientId,
                        server.World.App.ClientSecret,
                        server.World.App.SigningSecret,
                        server.World.App.AppToken,
                        BotToken = SlackServer.FirstToken,
                        Workspace = SlackServer.FirstWorkspace,
                        Channel = SlackServer.FirstChannel,
                        ApiUrl = server.ApiAddress,
                    }
                )
        );
        routes.MapPost(
            "/_control/app",
            async (HttpRequest request) => (await EmulatorControl.ReadAsync<AppOrder>(request)).Apply(server.World.App)
        );
        routes.MapPost(
            "/_control/workspaces",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<WorkspaceOrder>(request);
                var workspace = server.World.AddWorkspace(order.Id, order.Token, order.Scopes, order.Name);
                return EmulatorControl.Json(
                    new
                    {
                        workspace.Id,
                        workspace.BotUser,
                        workspace.BotId,
                    }
                );
            }
        );
        routes.MapPost(
            "/_control/channels",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<ChannelOrder>(request);
                lock (server.World.Gate)
                {
                    var channel = server.World.AddChannel(order.Workspace, order.Name ?? order.Id ?? "channel", order.Id);
                    order.Apply(channel);
                    return EmulatorControl.Json(channel.ToJson());
                }
            }
        );
        routes.MapPost(
            "/_control/users",
            async (HttpRequest request) =>
            {
                var user = server.World.AddUser(await EmulatorControl.ReadAsync<SlackUser>(request));
                return EmulatorControl.Json(user.ToJson(includeLocale: true));
            }
        );
        routes.MapPost(
            "/_control/tokens",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<TokenOrder>(request);
                if (order.Workspace is not null)
                {
                    server.World.AddToken(order.Token, order.Workspace, order.Scopes);
                }

                server.World.Revoke(order.Token, order.Error);
            }
        );
        routes.MapPost(
            "/_control/codes",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<CodeOrder>(request);
                return EmulatorControl.Json(server.OAuth.Agree(order.Workspace, order.User, order.RedirectUri));
            }
        );
        routes.MapGet("/_control/views", (string user) => EmulatorControl.Json(server.Views.Stack(user).Select(view => view.Given)));
        routes.MapPost(
            "/_control/pace",
            async (HttpRequest request) => (await EmulatorControl.ReadAsync<PaceOrder>(request)).Apply(server.Pace)
        );
        routes.MapPost(
            "/_control/read-delay",
            (double seconds) =>
            {
                server.World.ReadDelay = TimeSpan.FromSeconds(seconds);
            }
        );
        MapMessages(routes, server);
    }

    private static void MapMessages(RouteGroupBuilder routes, SlackServer server)
    {
        routes.MapGet(
            "/_control/messages",
            (string? channel) =>
            {
                lock (server.World.Gate)
                {
                    var place = server.World.Channel(channel ?? SlackServer.FirstChannel);
                    var messages = place.Messages.Select(message =>
                    {
                        var json = MessageJson.Of(message, place, server.World, metadata: true);
                        json["plain"] = Text.PlainMessage.Of(message);
                        json["unfurls"] = message.Unfurls;
                        json["pings"] = new JsonArray([.. (message.Pings ?? []).Select(ping => (JsonNode)ping)]);
                        return (JsonNode)json;
                    });
                    return EmulatorControl.Json(new JsonArray([.. messages]));
                }
            }
        );
        routes.MapPost(
            "/_control/messages",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<PersonMessage>(request);
                return EmulatorControl.Json(new { server.PostAsPerson(order.Channel, order.Text, order.Thread, order.User).Ts });
            }
        );
        routes.MapDelete(
            "/_control/messages",
            (string channel, string ts) => EmulatorControl.Json(new { Deleted = server.DeleteMessage(channel, ts) })
        );
    }

    private sealed record WorkspaceOrder(string Id, string? Token = null, string[]? Scopes = null, string? Name = null);

    /// <param name="Token">A token, or a workspace id for all of its tokens.</param>
    /// <param name="Workspace">If not null, the token is a new one for this workspace.</param>
    /// <param name="Error">The error for calls with it; null if valid.</param>
    private sealed record TokenOrder(string Token, string? Workspace = null, string[]? Scopes = null, string? Error = null);

    private sealed record CodeOrder(string Workspace, string User = "U0000000001", string? RedirectUri = null);

    private sealed record PersonMessage(
        string Text,
        string Channel = SlackServer.FirstChannel,
        string? Thread = null,
        string User = "U0000000099"
    );
}
