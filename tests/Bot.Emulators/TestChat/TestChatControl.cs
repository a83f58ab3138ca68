using Bot.Emulators.Control;

namespace Bot.Emulators.TestChat;

/// <summary>
/// The control API of a stand-alone test chat: <see cref="EmulatorControl"/>, <c>POST /_rooms</c> (closes a channel with
/// a reason) and <c>POST /_tokens</c>.
/// </summary>
public static class TestChatControl
{
    public static void Map(IEndpointRouteBuilder application, TestChatServer server)
    {
        var routes = EmulatorControl.Group(application);
        EmulatorControl.MapCommon(routes, server.Log, server.Script, server.OpenAsync, server.CloseAsync);
        EmulatorControl.MapLimits(routes, server.Limits);
        routes.MapPost("/_rooms", (RoomOrder order) => server.Rooms.Close(order.Channel, order.Reason));
        routes.MapPost(
            "/_tokens",
            (TokenOrder order) =>
            {
                if (order.Revoked)
                {
                    server.Tokens.Revoke(order.Token);
                }
                else
                {
                    server.Tokens.Restore(order.Token);
                }
            }
        );
    }

    /// <param name="Channel">Workspace and channel, or a workspace.</param>
    /// <param name="Reason">One of <see cref="Refusals"/>; null reopens it.</param>
    private sealed record RoomOrder(string Channel, string? Reason);

    private sealed record TokenOrder(string Token, bool Revoked);
}
