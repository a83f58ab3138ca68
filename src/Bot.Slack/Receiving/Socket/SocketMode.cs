using System.Collections.Concurrent;
using Bot.Chat.Platforms;
using Bot.Slack.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Receiving.Socket;

/// <summary>
/// Keeps a connection to Slack while this process holds the lease of the app's socket. One that is about to end is replaced first: both receive until it has ended, so that no command falls into
/// a gap.
/// </summary>
internal sealed partial class SocketMode(
    SocketAddress addresses,
    SocketEnvelopes envelopes,
    ITokenConnections connections,
    IOperatorAlerts alerts,
    SocketPatience patience,
    Random random,
    TimeProvider time,
    ILogger<SocketMode> logger
) : BackgroundService, IStandingConnection
{
    // The setting's name, so that the operator can find it.
    private const string Subject = "Slack:AppToken";

    /// <summary>A single refusal may be a glitch at Slack.</summary>
    private const int RefusalsThatCount = 2;

    private readonly ConcurrentDictionary<SocketLink, Task> _links = new();
    private int _standing;
    private int _refusals;
    private volatile bool _isHeld;

    public PlatformId Platform => PlatformId.Slack;

    public bool IsConnected => Volatile.Read(ref _standing) > 0;

    public bool IsHeld => _isHeld;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        connections.RunAsync(SlackTokens.Socket, ListenAsync, stoppingToken);

    /// <summary>Connected until the lease goes or the bot stops.</summary>
    private async Task ListenAsync(IConnectionHold hold, CancellationToken stoppingToken)
    {
        _isHeld = true;
        try
        {
            for (var failures = 0; !stoppingToken.IsCancellationRequested; failures++)
            {
                try
                {
                    await KeepAsync(hold, stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
                {
                    // Whatever it was, commands must arrive again: they have no other way.
                    Log.Failed(logger, failure);
                    await Task.Delay(patience.WaitAfter(failures + 1, random.NextDouble()), time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The lease has gone, or the process is stopping.
        }
        finally
        {
            _isHeld = false;
            await Task.WhenAll(_links.Select(pair => EndAsync(pair.Key, pair.Value)));
        }
    }

    private async Task KeepAsync(IConnectionHold hold, CancellationToken stoppingToken)
    {
        SocketLink? link = null;
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var (next, wait) = await ConnectAsync(hold, failures, stoppingToken);
            if (next is null)
            {
                failures++;
                await Task.Delay(wait, time, stoppingToken);
                continue;
            }

            _ = RetireAsync(link, stoppingToken);
            link = next;
            var since = time.GetTimestamp();
            var reason = await next.Leaving.WaitAsync(stoppingToken);
            failures = time.GetElapsedTime(since) < patience.ShortestLife ? failures + 1 : 0;
            if (reason == "link_disabled")
            {
                Alert("permission-missing", "Socket Mode is switched off in the app's settings");
                await Task.Delay(patience.RefusedWait, time, stoppingToken);
            }
            else if (failures > 1)
            {
                await Task.Delay(patience.WaitAfter(failures - 1, random.NextDouble()), time, stoppingToken);
            }
        }
    }

    /// <summary>A connection that was greeted, or how long to wait before the next attempt.</summary>
    private async Task<(SocketLink? Link, TimeSpan Wait)> ConnectAsync(IConnectionHold hold, int failures, CancellationToken stoppingToken)
    {
        var opening = await addresses.AskAsync(stoppingToken);
        if (opening.Address is null)
        {
            Log.NotOpened(logger, opening.Trouble);
            _refusals = opening.IsRefused ? _refusals + 1 : 0;
            if (_refusals >= RefusalsThatCount)
            {
                Alert("token-refused", opening.Trouble);
                return (null, patience.RefusedWait);
            }

            var wait = patience.WaitAfter(failures + 1, random.NextDouble());
            return (null, opening.After is { } after && after > wait ? after : wait);
        }

        _refusals = 0;
        var link = new SocketLink(opening.Address, envelopes, hold, patience, time, logger);
        var run = RunAsync(link);
        _links.TryAdd(link, run);
        using var greeting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(link.Greeted, run, Task.Delay(patience.Greeting, time, greeting.Token));
        await greeting.CancelAsync();
        if (link.Greeted.IsCompleted)
        {
            Log.Connected(logger);
            return (link, TimeSpan.Zero);
        }

        link.Abort();
        return (null, patience.WaitAfter(failures + 1, random.NextDouble()));
    }

    private async Task RunAsync(SocketLink link)
    {
        // So that it is listed before it can end.
        await Task.Yield();
        using (link)
        {
            var running = link.RunAsync();
            if (await Task.WhenAny(link.Greeted, running) == link.Greeted)
            {
                Interlocked.Increment(ref _standing);
                await running;
                Interlocked.Decrement(ref _standing);
            }
        }

        _links.TryRemove(link, out _);
    }

    /// <summary>Keeps the old connection beside the new one until Slack ends it, or ends it if Slack does not.</summary>
    private async Task RetireAsync(SocketLink? link, CancellationToken stoppingToken)
    {
        if (link is not null && _links.TryGetValue(link, out var run))
        {
            using var farewell = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(run, Task.Delay(patience.Farewell, time, farewell.Token));
            await farewell.CancelAsync();
            await EndAsync(link, run);
        }
    }

    /// <summary>Acknowledges envelopes in progress, closes the connection, and waits only briefly for the answer.</summary>
    private async Task EndAsync(SocketLink link, Task run)
    {
        if (!run.IsCompleted)
        {
            await link.CloseAsync();
            using var goodbye = new CancellationTokenSource();
            await Task.WhenAny(run, Task.Delay(SocketLink.CloseTimeout, time, goodbye.Token));
            await goodbye.CancelAsync();
            link.Abort();
            await run;
        }
    }

    private void Alert(string reason, string detail) => alerts.Raise(new OperatorAlert(reason, Subject, detail));

    private static partial class Log
    {
        [LoggerMessage(3161, LogLevel.Information, "Slack is connected over Socket Mode")]
        public static partial void Connected(ILogger logger);

        [LoggerMessage(3163, LogLevel.Error, "Socket Mode failed and is starting again")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(3162, LogLevel.Warning, "Slack gave no connection for Socket Mode ({Trouble})")]
        public static partial void NotOpened(ILogger logger, string trouble);
    }
}
