using System.Threading.Channels;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>
/// Passes on which servers the bot is in, one after another: a bot in thousands of servers is told about all of them at every start, and
/// people's questions must not wait for that. The last state of each server counts; none is lost.
/// </summary>
internal sealed partial class GuildPresence(IWorkspaceEvents workspaces, TimeProvider time, ILogger<GuildPresence> logger)
    : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, bool> _waiting = [];
    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Returns at once.</summary>
    /// <param name="isThere">False: the bot was removed.</param>
    public void Note(string guild, bool isThere)
    {
        lock (_gate)
        {
            var isNew = !_waiting.ContainsKey(guild);
            _waiting[guild] = isThere;
            if (isNew)
            {
                _changed.Writer.TryWrite(guild);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var guild in _changed.Reader.ReadAllAsync(stoppingToken))
            {
                await PassOnAsync(guild, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot is stopping; Discord tells the next start again.
        }
    }

    private async Task PassOnAsync(string guild, CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            bool isThere;
            lock (_gate)
            {
                isThere = _waiting[guild];
            }

            try
            {
                await (
                    isThere
                        ? workspaces.AddedAsync(PlatformId.Discord, guild, stoppingToken)
                        : workspaces.RemovedAsync(PlatformId.Discord, guild, stoppingToken)
                );
                lock (_gate)
                {
                    if (_waiting[guild] == isThere)
                    {
                        _waiting.Remove(guild);
                        return;
                    }
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                if (wait == First)
                {
                    Log.NotWritten(logger, failure);
                }

                await Task.Delay(wait, time, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4146, LogLevel.Warning, "The list of the bot's Discord servers could not be saved; trying again")]
        public static partial void NotWritten(ILogger logger, Exception failure);
    }
}
