using Bot.Chat.Answering;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Receiving.Http;

/// <summary>
/// <c>POST /discord/interactions</c>. Returns 401 for anything unsigned before parsing any of it; Discord sends bad signatures on purpose
/// and removes the address of an app that accepts one.
/// https://discord.com/developers/docs/interactions/overview#preparing-for-interactions
/// </summary>
internal sealed partial class DiscordEndpoint(
    DiscordSignature signature,
    InteractionHandler handler,
    LateWork late,
    TimeProvider time,
    ILogger<DiscordEndpoint> logger
)
{
    public const string Path = "/discord/interactions";

    private readonly RefusedSignatures _refusals = new(PlatformId.Discord, "Discord:PublicKey", time, logger);

    public async Task HandleAsync(HttpContext context)
    {
        if (
            Single(context, DiscordSignature.SignatureHeader) is not { } signed
            || Single(context, DiscordSignature.TimestampHeader) is not { Length: <= DiscordSignature.LongestTimestamp } timestamp
        )
        {
            _refusals.Note(SignatureVerdict.Mismatch);
            Refuse(context, StatusCodes.Status401Unauthorized);
            return;
        }

        Interaction? interaction;
        using (var body = await InteractionBody.ReadAsync(context, timestamp, time))
        {
            if (body.Status != 0)
            {
                Refuse(context, body.Status);
                return;
            }

            var verdict = signature.Judge(timestamp, signed, body.Signed);
            _refusals.Note(verdict);
            if (!verdict.IsGood)
            {
                Refuse(context, StatusCodes.Status401Unauthorized);
                return;
            }

            interaction = InteractionReader.TryRead(body.Json);
        }

        if (interaction is null)
        {
            Log.Unreadable(logger);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await AnswerAsync(context, await handler.HandleAsync(interaction));
    }

    private async Task AnswerAsync(HttpContext context, Answered answered)
    {
        if (answered.Callback is { } callback)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = callback.Length;
            await context.Response.Body.WriteAsync(callback, context.RequestAborted);
        }
        else
        {
            // Taken; the answer goes through the callback route, whose result is known before anything follows it.
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }

        if (answered.Then is { } then)
        {
            late.Start("late answer on Discord", then);
        }
    }

    private void Refuse(HttpContext context, int status)
    {
        Log.Refused(logger, status);
        context.Response.StatusCode = status;
    }

    /// <summary>A header that occurs exactly once; a duplicate could be read in two ways.</summary>
    private static string? Single(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var values) && values is { Count: 1 } ? values[0] : null;

    private static partial class Log
    {
        [LoggerMessage(4110, LogLevel.Debug, "A request that claims to come from Discord was refused with {Status}")]
        public static partial void Refused(ILogger logger, int status);

        [LoggerMessage(4111, LogLevel.Warning, "A signed interaction could not be read")]
        public static partial void Unreadable(ILogger logger);
    }
}

public static class DiscordRoutes
{
    /// <summary>Maps the interactions endpoint if a public key is configured to verify Discord's requests.</summary>
    public static IEndpointRouteBuilder MapDiscord(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        if (routes.ServiceProvider.GetService<DiscordEndpoint>() is { } endpoint)
        {
            routes.MapMethods(DiscordEndpoint.Path, [HttpMethods.Post], (RequestDelegate)endpoint.HandleAsync);
        }

        return routes;
    }
}
