using Bot.Emulators.Faults;
using Bot.Emulators.Log;

namespace Bot.Emulators.TestChat;

/// <summary>
/// The control API of a test chat that runs on its own: <c>GET /_log?after=N&amp;wait=SECONDS</c> (JSON lines, waits for the
/// next entry), <c>POST /_script</c> (one <see cref="Fault"/>), <c>DELETE /_script</c>, <c>POST /_limits</c>,
/// <c>POST /_rooms</c> (closes a channel for a reason), <c>POST /_tokens</c>, <c>POST /_listener</c> (<c>{"open": false}</c>).
/// </summary>
public static class TestChatControl
{
    public static void Map(IEndpointRouteBuilder routes, TestChatServer server)
    {
        routes.MapGet("/_log", async (long? after, double? wait, CancellationToken cancellationToken) =>
        {
            var entries = await server.Log.WaitAsync(after ?? 0, TimeSpan.FromSeconds(Math.Clamp(wait ?? 0, 0, 60)), cancellationToken);
            var lines = entries.Select(entry => System.Text.Json.JsonSerializer.Serialize(entry, LogJson.Options) + "\n");
            return Results.Text(string.Concat(lines), "application/x-ndjson");
        });
        routes.MapPost("/_script", (Fault fault) => server.Script.Add(fault));
        routes.MapDelete("/_script", server.Script.Clear);
        routes.MapPost("/_limits", (LimitOrder order) =>
            server.Limits.Set(order.Scope, order.Calls is { } calls ? new RateLimit(calls, TimeSpan.FromSeconds(order.Seconds)) : null));
        routes.MapPost("/_rooms", (RoomOrder order) => server.Rooms.Close(order.Channel, order.Reason));
        routes.MapPost("/_tokens", (TokenOrder order) =>
        {
            if (order.Revoked)
            {
                server.Tokens.Revoke(order.Token);
            }
            else
            {
                server.Tokens.Restore(order.Token);
            }
        });
        routes.MapPost("/_listener", (ListenerOrder order) => order.Open ? server.OpenAsync() : server.CloseAsync());
    }

    /// <param name="Scope"><c>channel</c> or <c>token</c>.</param>
    /// <param name="Calls">Null takes the limit away.</param>
    private sealed record LimitOrder(string Scope, int? Calls, double Seconds = 1);

    /// <param name="Channel">Workspace and channel, or a workspace.</param>
    /// <param name="Reason">A word of <see cref="Refusals"/>; null opens it.</param>
    private sealed record RoomOrder(string Channel, string? Reason);

    private sealed record TokenOrder(string Token, bool Revoked);

    private sealed record ListenerOrder(bool Open);
}
