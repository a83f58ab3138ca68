using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;

namespace Bot.Emulators.Control;

/// <summary>Controls any emulator from another process: log, script, listener.</summary>
internal static class EmulatorControl
{
    /// <summary>Routes that report errors: 404 for missing things, 400 for invalid requests, 408 for timeouts.</summary>
    public static RouteGroupBuilder Group(IEndpointRouteBuilder application)
    {
        var routes = application.MapGroup("");
        routes.AddEndpointFilter(
            async (context, next) =>
            {
                try
                {
                    return await next(context);
                }
                catch (Exception exception) when (exception is KeyNotFoundException or ArgumentException or TimeoutException)
                {
                    var status = exception switch
                    {
                        KeyNotFoundException => 404,
                        ArgumentException => 400,
                        _ => 408,
                    };
                    return Results.Problem(exception.Message, statusCode: status);
                }
            }
        );
        return routes;
    }

    /// <summary>
    /// <c>GET /_log?after=N&amp;wait=SECONDS</c> (JSON lines, waits for the next entry), <c>POST /_script</c> (one
    /// <see cref="Fault"/>), <c>DELETE /_script</c>, <c>POST /_listener</c> (<c>{"open": false}</c>).
    /// </summary>
    public static void MapCommon(IEndpointRouteBuilder routes, ServerLog log, FaultScript script, Func<Task> open, Func<Task> close)
    {
        routes.MapGet(
            "/_log",
            async (long? after, double? wait, CancellationToken cancellationToken) =>
            {
                var entries = await log.WaitAsync(after ?? 0, TimeSpan.FromSeconds(Math.Clamp(wait ?? 0, 0, 60)), cancellationToken);
                return Results.Text(
                    string.Concat(entries.Select(entry => JsonSerializer.Serialize(entry, LogJson.Options) + "\n")),
                    "application/x-ndjson"
                );
            }
        );
        routes.MapPost("/_script", async (HttpRequest request) => script.Add(await ReadAsync<Fault>(request)));
        routes.MapDelete("/_script", script.Clear);
        routes.MapPost(
            "/_listener",
            async (HttpRequest request) => await ((await ReadAsync<ListenerOrder>(request)).Open ? open() : close())
        );
    }

    /// <summary><c>POST /_limits</c>: how many calls a channel or a token may make in a period.</summary>
    public static void MapLimits(IEndpointRouteBuilder routes, RateLimits limits) =>
        routes.MapPost(
            "/_limits",
            async (HttpRequest request) =>
            {
                var order = await ReadAsync<LimitOrder>(request);
                limits.Set(order.Scope, order.Calls is { } calls ? new RateLimit(calls, TimeSpan.FromSeconds(order.Seconds)) : null);
            }
        );

    /// <exception cref="ArgumentException">The body is missing or invalid.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, LogJson.Options, request.HttpContext.RequestAborted)
                ?? throw new ArgumentException("No body.");
        }
        catch (JsonException exception)
        {
            throw new ArgumentException(exception.Message, exception);
        }
    }

    public static IResult Json(JsonNode? node) => Results.Text(node?.ToJsonString() ?? "null", "application/json");

    public static IResult Json<T>(T value) => Results.Text(JsonSerializer.Serialize(value, LogJson.Options), "application/json");

    /// <param name="Scope"><c>channel</c> or <c>token</c>.</param>
    /// <param name="Calls">Null removes the limit.</param>
    private sealed record LimitOrder(string Scope, int? Calls, double Seconds = 1);

    private sealed record ListenerOrder(bool Open);
}
