using System.Text.Json;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Setup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>
/// Keeps one connection to the gateway: resumes what was lost, begins anew what cannot be resumed, waits longer after
/// each failure, and stops, telling the operator, where trying again would be of no use.
/// </summary>
internal sealed partial class GatewayService(
    DiscordOptions options, DiscordClient client, IGatewayEvents events, IdentifyBudget budget, IOperatorAlerts alerts,
    TimeProvider time, Random random, ILogger<GatewayService> logger) : BackgroundService
{
    /// <summary>Sessions that are left for whoever repairs things. https://discord.com/developers/docs/events/gateway#session-start-limit-object</summary>
    private const int Reserve = 10;

    /// <summary>Resumes that may fail before a session is given up.</summary>
    private const int MostResumes = 5;

    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(15);

    private readonly ReconnectWaits _waits = new(random);


    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        GatewaySession? session = null;
        var failedResumes = 0;
        try
        {
            while (true)
            {
                if ((session?.ResumeUrl ?? await AddressAsync(stoppingToken)) is not { } address)
                {
                    return;
                }

                var connection = new GatewayConnection(
                    options.Token, ShardId.Only, session, events, budget.SpendAsync, time, random, logger);
                var end = await connection.RunAsync(WithVersion(address), stoppingToken);
                if (end.Next == NextStep.Stop)
                {
                    Stop(end);
                    return;
                }

                failedResumes = connection.Succeeded || session is null ? 0 : failedResumes + 1;
                session = end.Next == NextStep.Resume && failedResumes < MostResumes ? connection.Session : null;
                if (connection.Succeeded)
                {
                    _waits.Succeeded();
                }

                var wait = _waits.Next();
                Log.Lost(logger, end.Detail, end.Close, wait, session is null ? "identify" : "resume");
                await Task.Delay(wait, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
    }

    /// <summary>Where to begin a session, once one may begin; null: the token is refused, and nothing more is tried.</summary>
    private async Task<Uri?> AddressAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var own = await budget.WaitAsync(stoppingToken);
            if (own > TimeSpan.Zero)
            {
                Log.Patience(logger, own);
                await Task.Delay(own, time, stoppingToken);
            }

            var wait = _waits.Next();
            var answer = await AskAsync(stoppingToken);
            if (answer is DiscordAnswer.Refused { Error: DiscordError.TokenRefused })
            {
                Stop(GatewayEnd.Closed(4004));
                return null;
            }

            if (answer is DiscordAnswer.Accepted { Json: { } json } && Read(json) is var (address, remaining, reset))
            {
                if (remaining > Reserve)
                {
                    return address;
                }

                wait = reset;
                alerts.Raise(new OperatorAlert("gateway-starts-spent", "platform:discord", null));
                Log.Patience(logger, wait);
            }
            else
            {
                wait = answer is DiscordAnswer.Limited { After: var after } && after > wait ? after : wait;
                Log.NoAddress(logger, BotRoutes.Describe(answer), wait);
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }

    private async Task<DiscordAnswer> AskAsync(CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(PerCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        return await client.SendAsync(BotRoutes.GetGatewayBot, null, either.Token);
    }

    private (Uri Address, int Remaining, TimeSpan Reset)? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("url", out var url) || url.ValueKind != JsonValueKind.String
            || !Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
            // The token goes there: never in the clear, unless Discord itself is this machine.
            || !(address.Scheme == "wss" || (address.Scheme == "ws" && options.ApiBaseUrl.IsLoopback)))
        {
            return null;
        }

        return json.TryGetProperty("session_start_limit", out var limit) && limit.ValueKind == JsonValueKind.Object
            && limit.TryGetProperty("remaining", out var left) && left.TryGetInt32(out var remaining)
            && limit.TryGetProperty("reset_after", out var after) && after.TryGetDouble(out var milliseconds)
            ? (address, remaining, TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 1000, TimeSpan.FromDays(1).TotalMilliseconds)))
            : (address, int.MaxValue, TimeSpan.Zero);
    }

    private void Stop(GatewayEnd end)
    {
        Log.Stopped(logger, end.Close, end.Detail);
        alerts.Raise(end.Close == 4004
            ? new OperatorAlert("token-refused", "token:discord", "the gateway refused the token")
            : new OperatorAlert("gateway-stopped", "platform:discord", $"{end.Close} {end.Detail}"));
    }

    /// <summary>The same on every connection of a session.</summary>
    private static Uri WithVersion(Uri address) => new UriBuilder(address) { Query = "v=10&encoding=json" }.Uri;

    private static partial class Log
    {
        [LoggerMessage(4140, LogLevel.Information, "The connection to Discord's gateway ended: {Detail} ({Close}); in {Wait} to {Next}")]
        public static partial void Lost(ILogger logger, string detail, int? close, TimeSpan wait, string next);

        [LoggerMessage(4141, LogLevel.Warning, "Sessions at Discord's gateway were begun too often: the next begins in {Wait}")]
        public static partial void Patience(ILogger logger, TimeSpan wait);

        [LoggerMessage(4142, LogLevel.Warning, "Discord did not say where its gateway is: {Detail}; asked again in {Wait}")]
        public static partial void NoAddress(ILogger logger, string detail, TimeSpan wait);

        [LoggerMessage(4143, LogLevel.Error, "Discord's gateway refuses the bot for good ({Close}, {Detail}). Commands are not answered until the configuration is right and the bot is started anew")]
        public static partial void Stopped(ILogger logger, int? close, string detail);
    }
}
