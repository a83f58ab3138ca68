using System.Globalization;
using System.Text.Json;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Microsoft.AspNetCore.Connections.Features;

namespace Bot.Emulators.TestChat;

/// <summary>
/// The test chat's API. A bearer token, JSON bodies, and under <c>/workspaces/W/channels/C/messages</c>: <c>POST</c>
/// (key, thread, text) posts; <c>GET ?key=</c> looks up; <c>PATCH /ID</c> replaces the text; <c>DELETE /ID</c> deletes.
/// Refusals are 4xx with <c>{"error": "word"}</c>; 429 and 503 with Retry-After mean "not accepted, later"
/// (<c>X-Limit-Scope</c> gives the scope); any other 5xx says nothing about the outcome.
/// </summary>
public sealed class TestChatApi(ServerLog log, FaultScript script, RateLimits limits, ChatRooms rooms, TokenList tokens, TimeProvider time)
{
    private const string RequestsOnConnection = "requests";

    private long _requests;

    public void Map(IEndpointRouteBuilder routes, CancellationToken stopping)
    {
        const string all = "/workspaces/{workspace}/channels/{channel}/messages";
        routes.MapPost(all, context => HandleAsync(context, "send", stopping));
        routes.MapGet(all, context => HandleAsync(context, "find", stopping));
        routes.MapPatch(all + "/{id}", context => HandleAsync(context, "edit", stopping));
        routes.MapDelete(all + "/{id}", context => HandleAsync(context, "delete", stopping));
    }

    private async Task HandleAsync(HttpContext context, string operation, CancellationToken stopping)
    {
        var call = new ChatCall(
            Interlocked.Increment(ref _requests),
            operation,
            $"{Route(context, "workspace")}/{Route(context, "channel")}",
            Bearer(context)
        );
        var body = operation is "send" or "edit" ? await ReadAsync(context) : null;
        var key = body?.Key ?? context.Request.Query["key"].ToString();
        var isReused = IsReused(context);
        var fault = script.Next(new FaultCall(operation, call.Channel, body?.Thread is null, isReused));
        log.Append(sequence =>
            call.Entry(sequence, LogKind.Asked, time.GetUtcNow()) with
            {
                Key = key,
                Thread = body?.Thread,
                Detail = fault?.ToString(),
            }
        );

        var decision = fault?.Decision ?? Decide(call, body);
        await decision.WaitAsync(stopping);
        var honest = Do(call, decision, body, key, Route(context, "id"));
        await Answering.WriteAsync(context, fault?.Answer ?? Answer.Honest, honest, stopping);
    }

    private Decision Decide(ChatCall call, PostBody? body)
    {
        if (!tokens.Accepts(call.Token))
        {
            return Decision.Refuse(Refusals.TokenRefused);
        }

        if (rooms.Refusal(call.Operation, call.Channel, body?.Thread) is { } reason)
        {
            return Decision.Refuse(reason);
        }

        foreach (var (scope, name) in new[] { ("token", call.Token ?? ""), ("channel", call.Channel) })
        {
            if (limits.Take(scope, name) is { } wait)
            {
                return Decision.Limit(wait.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture), scope);
            }
        }

        return Decision.Accept;
    }

    private HonestAnswer Do(ChatCall call, Decision decision, PostBody? body, string key, string id)
    {
        switch (decision.Kind)
        {
            case DecisionKind.Refuse:
                Note(LogKind.Refused, call, key, body, decision.Reason);
                return Refused(decision.Reason!);
            case DecisionKind.Limit:
                Note(LogKind.Limited, call, key, body, decision.RetryAfter);
                var limited = new HonestAnswer(429, """{"error":"rate-limited"}""") { Headers = { ["X-Limit-Scope"] = decision.Scope } };
                if (decision.RetryAfter is not null)
                {
                    limited.Headers["Retry-After"] = decision.RetryAfter;
                }

                return limited;
            case DecisionKind.Ignore:
                Note(LogKind.Ignored, call, key, body, null);
                return new HonestAnswer(500, """{"error":"ignored"}""");
            default:
                return Accept(call, body, key, id);
        }
    }

    private HonestAnswer Accept(ChatCall call, PostBody? body, string key, string id) =>
        call.Operation switch
        {
            "send" => Ok(rooms.Accept(call, body!)),
            "find" => rooms.Find(call, key) is { } found ? Ok(found) : new HonestAnswer(200, """{"found":false}"""),
            "edit" => rooms.Edit(call, id, body!.Text) is { } edited ? Ok(edited) : Refused(Refusals.ThreadGone),
            _ => new HonestAnswer(200, rooms.Delete(call, id) ? """{"deleted":true}""" : """{"deleted":false}"""),
        };

    private static HonestAnswer Ok(ChatMessage message) =>
        new(
            200,
            JsonSerializer.Serialize(
                new
                {
                    found = true,
                    id = message.Id,
                    thread = message.Thread,
                    key = message.Key,
                }
            )
        );

    private static HonestAnswer Refused(string reason) =>
        new(Refusals.Statuses.GetValueOrDefault(reason, 400), JsonSerializer.Serialize(new { error = reason }));

    private void Note(LogKind kind, ChatCall call, string key, PostBody? body, string? detail) =>
        log.Append(sequence => call.Entry(sequence, kind, time.GetUtcNow()) with { Key = key, Thread = body?.Thread, Detail = detail });

    private static async Task<PostBody> ReadAsync(HttpContext context) =>
        await JsonSerializer.DeserializeAsync<PostBody>(context.Request.Body, LogJson.Options)
        ?? throw new BadHttpRequestException("No body.");

    private static string Route(HttpContext context, string name) => (string?)context.Request.RouteValues[name] ?? "";

    private static string? Bearer(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.Ordinal) ? ChatCall.Fingerprint(header["Bearer ".Length..]) : null;
    }

    private static bool IsReused(HttpContext context)
    {
        var items = context.Features.Get<IConnectionItemsFeature>()!.Items;
        var isReused = items.ContainsKey(RequestsOnConnection);
        items[RequestsOnConnection] = true;
        return isReused;
    }
}
