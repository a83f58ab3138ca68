using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;

namespace Bot.Emulators.Slack.Control;

/// <summary>
/// What a test in another process, or a person, works the server with. Under <c>/_log</c>, <c>/_script</c>, <c>/_limits</c>
/// and <c>/_listener</c> as with the test chat; under <c>/_control</c> Slack's own: see <see cref="WorldControl"/> and
/// <see cref="PeopleControl"/>.
/// </summary>
public static class SlackControl
{
    /// <summary>What is not there is 404, what cannot be is 400; both say why.</summary>
    public static void Map(IEndpointRouteBuilder application, SlackServer server)
    {
        var routes = application.MapGroup("");
        routes.AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (KeyNotFoundException exception)
            {
                return Results.Problem(exception.Message, statusCode: StatusCodes.Status404NotFound);
            }
            catch (ArgumentException exception)
            {
                return Results.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest);
            }
            catch (TimeoutException exception)
            {
                return Results.Problem(exception.Message, statusCode: StatusCodes.Status408RequestTimeout);
            }
        });
        MapCommon(routes, server);
        WorldControl.Map(routes, server);
        PeopleControl.Map(routes, server);
    }

    private static void MapCommon(RouteGroupBuilder routes, SlackServer server)
    {
        routes.MapGet("/_log", async (long? after, double? wait, CancellationToken cancellationToken) =>
        {
            var entries = await server.Log.WaitAsync(after ?? 0, TimeSpan.FromSeconds(Math.Clamp(wait ?? 0, 0, 60)), cancellationToken);
            return Results.Text(string.Concat(entries.Select(entry => JsonSerializer.Serialize(entry, LogJson.Options) + "\n")), "application/x-ndjson");
        });
        routes.MapPost("/_script", async (HttpRequest request) => server.Script.Add(await ReadAsync<Fault>(request)));
        routes.MapDelete("/_script", server.Script.Clear);
        routes.MapPost("/_limits", async (HttpRequest request) =>
        {
            var order = await ReadAsync<LimitOrder>(request);
            server.Limits.Set(order.Scope, order.Calls is { } calls ? new RateLimit(calls, TimeSpan.FromSeconds(order.Seconds)) : null);
        });
        routes.MapPost("/_listener", async (HttpRequest request) => await ((await ReadAsync<ListenerOrder>(request)).Open ? server.OpenAsync() : server.CloseAsync()));
    }

    internal static async Task<T> ReadAsync<T>(HttpRequest request)
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

    internal static IResult Json(JsonNode? node) => Results.Text(node?.ToJsonString() ?? "null", "application/json");

    internal static IResult Json<T>(T value) => Results.Text(JsonSerializer.Serialize(value, LogJson.Options), "application/json");

    /// <param name="Scope"><c>channel</c> or <c>token</c>.</param>
    /// <param name="Calls">Null takes the limit away.</param>
    private sealed record LimitOrder(string Scope, int? Calls, double Seconds = 1);

    private sealed record ListenerOrder(bool Open);
}
