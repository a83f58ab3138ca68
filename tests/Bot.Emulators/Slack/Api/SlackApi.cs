using System.Text.Json.Nodes;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack.World;
using Microsoft.AspNetCore.Connections.Features;

namespace Bot.Emulators.Slack.Api;

/// <summary>The pipeline of every call: read, log, decide (by the script, else like Slack), act, answer.</summary>
internal sealed class SlackApi(SlackServer server)
{
    private const string RequestsOnConnection = "requests";

    private long _requests;

    public void Map(IEndpointRouteBuilder routes, CancellationToken stopping) =>
        routes.Map("/api/{method}", context => HandleAsync(context, (string)context.Request.RouteValues["method"]!, stopping));

    private async Task HandleAsync(HttpContext context, string name, CancellationToken stopping)
    {
        var method = MethodTable.Find(name);
        var read = await ArgumentReader.ReadAsync(context, method?.AcceptsJson ?? false);
        var arguments = new Arguments(read.Values);
        var token = TokenOf(context, read, arguments);
        var request = Interlocked.Increment(ref _requests);
        var isReused = IsReused(context);
        if (method is null)
        {
            await Answering.WriteAsync(context, Answer.Honest, ApiResult.Fail("unknown_method").ToAnswer(), stopping);
            return;
        }

        Fault? fault;
        lock (server.World.Gate)
        {
            var asked = new ApiCall(server, method, request, arguments, server.World.Tokens.GetValueOrDefault(token ?? ""));
            fault = server.Script.Next(
                new FaultCall(method.Operation, asked.ChannelName, !arguments.Has("thread_ts"), isReused) { Method = name }
            );
            server.Log.Append(sequence =>
                asked.Entry(sequence, LogKind.Asked) with
                {
                    Key = KeyOf(arguments),
                    Thread = arguments.Text("thread_ts"),
                    Detail = fault?.ToString(),
                }
            );
            if (fault?.Meanwhile is { } happening)
            {
                Happenings.Play(server, happening, asked);
            }
        }

        var decision = fault?.Decision;
        await (decision?.WaitAsync(stopping) ?? Task.CompletedTask);

        ApiResult result;
        lock (server.World.Gate)
        {
            result = Do(method, request, arguments, token, read, decision, context.Request.Headers.Authorization.ToString());
        }

        Describe(context, method, token);
        var internalError = ApiResult.Fail(fault?.Answer?.Error ?? "internal_error").ToAnswer();
        await Answering.WriteAsync(context, fault?.Answer ?? Answer.Honest, result.ToAnswer(), stopping, internalError);
    }

    private ApiResult Do(
        ApiMethod method,
        long request,
        Arguments arguments,
        string? token,
        ReadArguments read,
        Decision? decision,
        string authorization
    )
    {
        var (grant, refused) = Authentication.Check(server.World, method, token);
        var call = new ApiCall(server, method, request, arguments, grant ?? server.World.Tokens.GetValueOrDefault(token ?? ""))
        {
            IsSwallowed = decision?.Kind == DecisionKind.Swallow,
            Authorization = authorization,
        };
        switch (decision?.Kind)
        {
            case DecisionKind.Refuse:
                return Note(call, Scripted(decision.Reason!));
            case DecisionKind.Limit:
                return Note(call, ApiResult.Limited(decision.RetryAfter));
            case DecisionKind.Ignore:
                call.Note(LogKind.Ignored);
                return ApiResult.Fail("internal_error");
        }

        var error = read.Error is null ? refused : ApiResult.Fail(read.Error);
        if (error is null && decision is null && server.Pace.Judge(call) is { } pace)
        {
            if (pace.IsSwallowed)
            {
                call = new ApiCall(server, method, request, arguments, grant) { IsSwallowed = true, Authorization = authorization };
            }
            else
            {
                error = ApiResult.Limited(pace.RetryAfter);
            }
        }

        var result = error ?? method.Handle(call);
        if (read.Warning is not null)
        {
            result.Warnings.Add(read.Warning);
        }

        result.Warnings.AddRange(call.Warnings);
        return Note(call, result);
    }

    /// <summary>Translates refusals of the common script to Slack's errors.</summary>
    private static ApiResult Scripted(string reason) =>
        reason switch
        {
            TestChat.Refusals.TokenRefused => ApiResult.Fail("token_revoked"),
            TestChat.Refusals.PermissionMissing => ApiResult.MissingScope("chat:write", []),
            TestChat.Refusals.ChannelGone => ApiResult.Fail("is_archived"),
            TestChat.Refusals.ThreadGone => ApiResult.Fail("thread_not_found"),
            TestChat.Refusals.ChannelLocked => ApiResult.Fail("restricted_action_read_only_channel"),
            TestChat.Refusals.PayloadRefused => ApiResult.Invalid(
                "invalid_blocks",
                ["unsupported type: unheard_of [json-pointer:/blocks/0/type]"]
            ),
            TestChat.Refusals.Other => ApiResult.Fail("an_error_nobody_documented"),
            _ => ApiResult.Fail(reason),
        };

    private static ApiResult Note(ApiCall call, ApiResult result)
    {
        if (result.Error is not null)
        {
            NoteRefusal(call, result);
        }

        return result;
    }

    private static void NoteRefusal(ApiCall call, ApiResult result) =>
        call.Server.Log.Append(sequence =>
            call.Entry(sequence, result.Status == 429 ? LogKind.Limited : LogKind.Refused) with
            {
                Key = KeyOf(call.Arguments),
                Thread = call.Arguments.Text("thread_ts"),
                Detail = result.RetryAfter ?? result.Error,
            }
        );

    private static string? KeyOf(Arguments arguments) =>
        arguments.TryJson("metadata", out var node) ? SlackMessage.KeyOf(node as JsonObject) : null;

    /// <summary>With a JSON body, the token must be in the header; a form may have it as a field.</summary>
    private static string? TokenOf(HttpContext context, ReadArguments read, Arguments arguments)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            return header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : "";
        }

        return read.IsJson ? context.Request.Query["token"].FirstOrDefault() : arguments.Text("token");
    }

    private void Describe(HttpContext context, ApiMethod method, string? token)
    {
        if (server.World.Tokens.GetValueOrDefault(token ?? "") is { } known)
        {
            context.Response.Headers["x-oauth-scopes"] = string.Join(',', known.Scopes.Order(StringComparer.Ordinal));
            context.Response.Headers["x-accepted-oauth-scopes"] = string.Join(',', method.Scopes);
        }
    }

    private static bool IsReused(HttpContext context)
    {
        var items = context.Features.Get<IConnectionItemsFeature>()!.Items;
        var isReused = items.ContainsKey(RequestsOnConnection);
        items[RequestsOnConnection] = true;
        return isReused;
    }
}
