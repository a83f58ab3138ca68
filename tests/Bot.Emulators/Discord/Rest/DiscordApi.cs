using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Limits;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;
using Microsoft.AspNetCore.Connections.Features;

namespace Bot.Emulators.Discord.Rest;

/// <summary>The pipeline of every API request: user agent, token, limits, the route itself, and the injected faults.</summary>
internal sealed class DiscordApi(DiscordServer server, TimeProvider time)
{
    private const string RequestsOnConnection = "requests";
    private static readonly string[] Prefixes = ["/api/v10", "/v10"];
    private long _requests;

    public void Map(IEndpointRouteBuilder routes, IEnumerable<ApiRoute> table, CancellationToken stopping)
    {
        foreach (var path in table.GroupBy(route => route.Template))
        {
            foreach (var prefix in Prefixes)
            {
                foreach (var route in path)
                {
                    routes.MapMethods(prefix + path.Key, [route.Method], context => HandleAsync(context, route, stopping));
                }
            }
        }

        var none = new ApiRoute("", "", "none", _ => throw RefusalException.NoRoute);
        routes.MapFallback("{**path}", context => HandleAsync(context, none, stopping));
    }

    private async Task HandleAsync(HttpContext context, ApiRoute route, CancellationToken stopping)
    {
        var call = await ReadAsync(context, route, stopping);
        var fault = server.Script.Next(new FaultCall(route.Operation, call.Place, call.Thread is null, IsReused(context)));
        server.Log.Append(sequence =>
            call.Entry(sequence, LogKind.Asked, time.GetUtcNow()) with
            {
                Key = call.Nonce,
                Detail = fault?.ToString(),
            }
        );
        await (fault?.Decision?.WaitAsync(stopping) ?? Task.CompletedTask);

        if (fault?.Meanwhile is { } happening)
        {
            Happenings.Play(server, happening, call, Header(context));
        }

        var honest = Answer(context, route, call with { IsSwallowed = fault?.Decision?.Kind == DecisionKind.Swallow }, fault?.Decision);
        var internalError = Written(RefusalException.Internal.Status, RefusalException.Internal.Body, null);
        await Answering.WriteAsync(context, fault?.Answer ?? Faults.Answer.Honest, honest, stopping, internalError);
    }

    private async Task<ApiCall> ReadAsync(HttpContext context, ApiRoute route, CancellationToken stopping)
    {
        var (body, files, unreadable) = await BodyReader.ReadAsync(context.Request, stopping);
        var values = context.Request.RouteValues;
        Channel? channel;
        lock (server.World.Gate)
        {
            channel = server.World.Channel(Snowflakes.Parse(values.GetValueOrDefault("channel") as string));
        }

        var place = channel?.Label ?? (values.GetValueOrDefault("channel") ?? values.GetValueOrDefault("guild")) as string ?? "";
        return new ApiCall(Interlocked.Increment(ref _requests), route.Operation, place, BotToken(context))
        {
            Values = values,
            Query = context.Request.Query.ToDictionary(),
            Body = body,
            Files = files,
            Unreadable = unreadable,
            Thread = channel is { IsThread: true } ? Snowflakes.Text(channel.Id) : null,
        };
    }

    private HonestAnswer Answer(HttpContext context, ApiRoute route, ApiCall call, Decision? decision)
    {
        BucketState? bucket = null;
        try
        {
            switch (decision?.Kind)
            {
                case DecisionKind.Refuse:
                    throw ScriptedRefusals.Of(decision.Reason);
                case DecisionKind.Limit:
                    return Limited(call, decision.RetryAfter, ScriptedRefusals.Scope(decision.Scope), null);
                case DecisionKind.Ignore:
                    server.Log.Append(sequence => call.Entry(sequence, LogKind.Ignored, time.GetUtcNow()) with { Key = call.Nonce });
                    return Written(RefusalException.Internal.Status, RefusalException.Internal.Body, null);
                case null when Door(context, route, call) is { } shut:
                    return shut;
                case null:
                    bucket = server.Buckets.Take(route.Bucket, call.Major, route.Sub(call), route.IsOpen ? null : call.Token);
                    if (bucket.Wait is { } wait)
                    {
                        return Limited(
                            call,
                            Math.Max(0.001, wait.TotalSeconds).ToString("0.000", CultureInfo.InvariantCulture),
                            bucket.Scope,
                            bucket
                        );
                    }

                    break;
            }

            var reply = Handle(route, call);
            return Written(reply.Status, reply.Body, bucket);
        }
        catch (RefusalException refusal)
        {
            server.InvalidRequests.Note(refusal.Status, null);
            server.Log.Append(sequence =>
                call.Entry(sequence, LogKind.Refused, time.GetUtcNow()) with
                {
                    Key = call.Nonce,
                    Detail = $"{refusal.Status}/{refusal.Code} {refusal.Message} {refusal.Body["errors"]?.ToJsonString()}".TrimEnd(),
                }
            );
            return Written(refusal.Status, refusal.Body, bucket);
        }
    }

    private HonestReply Handle(ApiRoute route, ApiCall call)
    {
        if (call.Unreadable is not null)
        {
            throw call.Unreadable;
        }

        var judged = call with { Mismatch = route.Schema(call) is { } schema ? server.OpenApi?.Judge(schema, call.Body) : null };
        lock (server.World.Gate)
        {
            return route.Handle(judged);
        }
    }

    /// <summary>Rejects a request before Discord's limits apply.</summary>
    private HonestAnswer? Door(HttpContext context, ApiRoute route, ApiCall call)
    {
        if (server.InvalidRequests.IsBanned)
        {
            // Cloudflare's own response: no JSON, no Via, no Retry-After.
            server.Log.Append(sequence =>
                call.Entry(sequence, LogKind.Limited, time.GetUtcNow()) with
                {
                    Key = call.Nonce,
                    Detail = "banned",
                }
            );
            return new HonestAnswer(429, "error code: 1015") { Headers = { ["Content-Type"] = "text/plain" } };
        }

        if (
            server.Rules.RequiresUserAgent
            && !context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)
        )
        {
            throw RefusalException.Of(ErrorCodes.CloudflareBlocked);
        }

        return route.IsOpen || server.Tokens.Accepts(call.Token) ? null : throw RefusalException.Unauthorized;
    }

    private HonestAnswer Limited(ApiCall call, string? retryAfter, string scope, BucketState? bucket)
    {
        server.InvalidRequests.Note(429, scope);
        server.Log.Append(sequence =>
            call.Entry(sequence, LogKind.Limited, time.GetUtcNow()) with
            {
                Key = call.Nonce,
                Detail = $"{scope} {retryAfter}",
            }
        );
        var body = new JsonObject { ["message"] = "You are being rate limited.", ["global"] = scope == "global" };
        var isNumber = double.TryParse(retryAfter, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds);
        if (isNumber)
        {
            body["retry_after"] = seconds;
        }

        var answer = Written(429, body, bucket);
        answer.Headers["Via"] = "1.1 google";
        answer.Headers["X-RateLimit-Scope"] = scope;
        if (scope == "global")
        {
            answer.Headers["X-RateLimit-Global"] = "true";
        }

        if (retryAfter is not null)
        {
            // Discord's header has whole seconds, its body fractions.
            answer.Headers["Retry-After"] = isNumber ? Math.Ceiling(seconds).ToString("0", CultureInfo.InvariantCulture) : retryAfter;
        }

        return answer;
    }

    private static HonestAnswer Written(int status, JsonNode? body, BucketState? bucket)
    {
        var answer = new HonestAnswer(status, body?.ToJsonString() ?? "");
        bucket?.AddTo(answer.Headers);
        return answer;
    }

    private static string? BotToken(HttpContext context) => Header(context) is { } token ? ChatCall.Fingerprint(token) : null;

    private static string? Header(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bot ", StringComparison.Ordinal) ? header["Bot ".Length..] : null;
    }

    private static bool IsReused(HttpContext context)
    {
        var items = context.Features.Get<IConnectionItemsFeature>()!.Items;
        var isReused = items.ContainsKey(RequestsOnConnection);
        items[RequestsOnConnection] = true;
        return isReused;
    }
}
