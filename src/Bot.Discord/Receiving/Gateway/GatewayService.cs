using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Setup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>
/// Keeps one connection to the gateway while this process holds the token's lease: resumes lost sessions, starts a new one where that is impossible, and waits longer after each
/// failure. What only a person can fix is reported and retried now and then, so nobody has to restart the bot.
/// </summary>
internal sealed partial class GatewayService(
    DiscordOptions options,
    DiscordClient client,
    DiscordTokenProbe tokens,
    IGatewayEvents events,
    ITokenConnections connections,
    IdentifyBudget budget,
    IOperatorAlerts alerts,
    TimeProvider time,
    Random random,
    ILogger<GatewayService> logger
) : BackgroundService, IStandingConnection
{
    /// <summary>
    /// Sessions kept in reserve for whoever fixes a problem. https://discord.com/developers/docs/events/gateway#session-start-limit-object
    /// </summary>
    private const int Reserve = 10;

    /// <summary>Failed resumes before a session is given up.</summary>
    private const int MostResumes = 5;

    private const int AuthenticationFailed = 4004;

    /// <summary>Wait between checks of a token that Discord refuses.</summary>
    internal static readonly TimeSpan RefusedWait = TimeSpan.FromMinutes(5);

    /// <summary>Wait after a close that points to the configuration: each attempt uses up one of the day's sessions.</summary>
    internal static readonly TimeSpan StoppedWait = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(15);

    private readonly ReconnectWaits _waits = new(random);
    private readonly RepeatedCloses _closes = new();
    private readonly HashSet<string> _told = [];
    private GatewaySession? _session;
    private int _failedResumes;
    private volatile GatewayConnection? _connection;
    private volatile bool _isHeld;

    public PlatformId Platform => PlatformId.Discord;

    public bool IsConnected => _connection is { Succeeded: true };

    public bool IsHeld => _isHeld;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        connections.RunAsync(PlatformId.Discord.Value, KeepAsync, stoppingToken);

    /// <summary>One connection after the other, until the lease goes or the bot stops.</summary>
    private async Task KeepAsync(IConnectionHold hold, CancellationToken stoppingToken)
    {
        // What an earlier holding left was closed for good.
        (_session, _failedResumes) = (null, 0);
        _isHeld = true;
        try
        {
            while (true)
            {
                try
                {
                    await ConnectAsync(hold, stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
                {
                    // Usually the database. Whatever it was, commands must arrive again: they have no other way.
                    var wait = _waits.Next();
                    Log.Failed(logger, wait, failure);
                    await Task.Delay(wait, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The lease has gone, or the bot is stopping.
        }
        finally
        {
            _isHeld = false;
        }
    }

    /// <summary>One connection, from asking for its address to handling its end.</summary>
    private async Task ConnectAsync(IConnectionHold hold, CancellationToken stoppingToken)
    {
        if (_session is { } kept && !IsSafe(kept.ResumeUrl))
        {
            _session = null;
        }

        var address = _session?.ResumeUrl ?? await AddressAsync(stoppingToken);
        var connection = new GatewayConnection(
            options.Token,
            options.UserAgent,
            ShardId.Only,
            _session,
            events,
            hold,
            budget.SpendAsync,
            time,
            random,
            logger
        );
        var since = time.GetTimestamp();
        GatewayEnd end;
        await using (time.CreateTimer(_ => Settle(), null, RepeatedCloses.Settled, Timeout.InfiniteTimeSpan))
        {
            _connection = connection;
            try
            {
                end = await connection.RunAsync(WithVersion(address), stoppingToken);
            }
            finally
            {
                _connection = null;
            }
        }

        if (end.Next == NextStep.Stop)
        {
            _session = null;
            await Task.Delay(await StopAsync(end, stoppingToken), time, stoppingToken);
            return;
        }

        _failedResumes = connection.Succeeded || _session is null ? 0 : _failedResumes + 1;
        _session = end.Next == NextStep.Resume && _failedResumes < MostResumes ? connection.Session : null;
        _closes.Note(end.Close, time.GetElapsedTime(since));
        if (connection.Succeeded && !_closes.IsFew)
        {
            _waits.Succeeded();
        }

        var wait = _waits.Next();
        if (_closes.IsFew)
        {
            Log.Closing(logger, end.Close, _closes.Count, wait);
            Tell("gateway-closing", "platform:discord", $"{end.Close}, {_closes.Count} times");
        }
        else
        {
            Log.Lost(logger, end.Detail, end.Close, wait, _session is null ? "identify" : "resume");
        }

        await Task.Delay(wait, time, stoppingToken);
    }

    /// <summary>Resolves alerts about earlier connections once this one has lasted.</summary>
    private void Settle()
    {
        lock (_told)
        {
            foreach (var told in _told)
            {
                alerts.Resolve(told.Split('|')[0], told.Split('|')[1]);
            }

            _told.Clear();
        }

        _closes.Clear();
    }

    private void Tell(string reason, string subject, string? detail)
    {
        lock (_told)
        {
            _told.Add($"{reason}|{subject}");
        }

        alerts.Raise(new OperatorAlert(reason, subject, detail));
    }

    /// <summary>The address for a new session, once one may begin.</summary>
    private async Task<Uri> AddressAsync(CancellationToken stoppingToken)
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
                wait = await StopAsync(GatewayEnd.Closed(AuthenticationFailed), stoppingToken);
            }
            else if (answer is DiscordAnswer.Accepted { Json: { } json } && Read(json) is var (address, remaining, reset))
            {
                if (remaining > Reserve)
                {
                    return address;
                }

                wait = reset;
                Tell("gateway-starts-spent", "platform:discord", null);
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

    /// <summary>Reports what only a person can fix. A single refusal of the token is not believed: Discord is asked about it.</summary>
    /// <returns>How long to wait before the next attempt.</returns>
    private async Task<TimeSpan> StopAsync(GatewayEnd end, CancellationToken stoppingToken)
    {
        if (end.Close != AuthenticationFailed)
        {
            Log.Stopped(logger, end.Close, end.Detail, StoppedWait);
            Tell("gateway-stopped", "platform:discord", $"{end.Close} {end.Detail}");
            return StoppedWait;
        }

        var probe = await tokens.ProbeAsync(PlatformId.Discord.Value, stoppingToken);
        if (probe.Standing != TokenStanding.Refused)
        {
            var wait = _waits.Next();
            Log.Lost(logger, end.Detail, end.Close, wait, "identify");
            return wait;
        }

        Log.Stopped(logger, end.Close, end.Detail, RefusedWait);
        Tell("token-refused", "token:discord", "the gateway refused the token");
        return RefusedWait;
    }

    private async Task<DiscordAnswer> AskAsync(CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(PerCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        return await client.SendAsync(BotRoutes.GetGatewayBot, null, either.Token);
    }

    /// <summary>If the answer does not say how many of the day's sessions are left, that is no reason not to start one.</summary>
    private (Uri Address, int Remaining, TimeSpan Reset)? Read(JsonElement json) =>
        Uri.TryCreate(json.StringAt("url"), UriKind.Absolute, out var address) && IsSafe(address)
            ? (
                address,
                json.IntegerAt("session_start_limit", "remaining") ?? int.MaxValue,
                TimeSpan.FromMilliseconds(
                    Math.Clamp(json.NumberAt("session_start_limit", "reset_after") ?? 0, 1000, TimeSpan.FromDays(1).TotalMilliseconds)
                )
            )
            : null;

    /// <summary>The token is sent there: never unencrypted, unless Discord's address is this machine.</summary>
    private bool IsSafe(Uri address) =>
        address.Scheme == "wss" || (address.Scheme == "ws" && options.ApiBaseUrl.IsLoopback && address.IsLoopback);

    /// <summary>The same for every connection of a session.</summary>
    private static Uri WithVersion(Uri address) => new UriBuilder(address) { Query = "v=10&encoding=json" }.Uri;

    private static partial class Log
    {
        [LoggerMessage(4140, LogLevel.Information, "The connection to Discord's gateway ended: {Detail} ({Close}). In {Wait}: {Next}")]
        public static partial void Lost(ILogger logger, string detail, int? close, TimeSpan wait, string next);

        [LoggerMessage(4141, LogLevel.Warning, "Too many sessions were started at Discord's gateway: the next one starts in {Wait}")]
        public static partial void Patience(ILogger logger, TimeSpan wait);

        [LoggerMessage(4142, LogLevel.Warning, "Discord did not say where its gateway is: {Detail}; asking again in {Wait}")]
        public static partial void NoAddress(ILogger logger, string detail, TimeSpan wait);

        [LoggerMessage(
            4143,
            LogLevel.Error,
            "Discord's gateway refuses the bot ({Close}, {Detail}). Commands stay unanswered until that is fixed; next attempt in {Wait}"
        )]
        public static partial void Stopped(ILogger logger, int? close, string detail, TimeSpan wait);

        [LoggerMessage(
            4144,
            LogLevel.Warning,
            "Discord closes the gateway again and again ({Close}, {Count} times in a row); the next try is in {Wait}"
        )]
        public static partial void Closing(ILogger logger, int? close, int count, TimeSpan wait);

        [LoggerMessage(4145, LogLevel.Error, "The connection to Discord's gateway failed and begins anew in {Wait}")]
        public static partial void Failed(ILogger logger, TimeSpan wait, Exception failure);
    }
}
