using Bot.Chat.Diagnosis;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Discord.Setup.Registration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Setup;

/// <summary>
/// Runs once at the start: stores the token (a new one ends the pause that the old one's refusal caused), registers changed commands, and
/// reports what is wrong with the application. Retries whatever Discord does not answer; nothing here holds up the rest of the bot.
/// </summary>
internal sealed partial class DiscordStartup(
    DiscordOptions options,
    IInstallations installations,
    DiscordCheck check,
    CommandRegistrar registrar,
    IPlatform platform,
    TimeProvider time,
    ILogger<DiscordStartup> logger
) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SaveAsync(stoppingToken);
            await RegisterAsync(stoppingToken);
            // Discord has answered by now, so an outage at the start does not lose this.
            foreach (var finding in await check.RunAsync(stoppingToken))
            {
                if (finding.Verdict != Verdict.Ok)
                {
                    Log.Wrong(logger, finding.Text.English);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot is stopping.
        }
        catch (Exception failure)
        {
            // Whatever it is, posts and commands work without it.
            Log.Failed(logger, failure);
        }
    }

    private async Task SaveAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            try
            {
                await installations.SaveAsync(
                    new Installation(PlatformId.Discord, Installation.EveryWorkspace, new Secret(options.Token))
                    {
                        Application = options.ApplicationId,
                    },
                    platform.TokenFor(Installation.EveryWorkspace),
                    stoppingToken
                );
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Log.NotSaved(logger, wait, failure.GetType().Name);
                await Task.Delay(wait, time, stoppingToken);
            }
        }
    }

    private async Task RegisterAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            var result = await registrar.RegisterAsync(stoppingToken);
            if (result.Beside() is { Length: > 0 } beside)
            {
                Log.Beside(logger, beside);
            }

            switch (result.Status)
            {
                case RegistrationStatus.Registered:
                    Log.Registered(logger, result.Commands);
                    return;
                case RegistrationStatus.Unchanged:
                    return;
                case RegistrationStatus.Refused:
                    Log.NotRegistered(logger, result.Detail ?? "");
                    return;
                case RegistrationStatus.TokenRefused when wait == First:
                    Log.NotRegistered(logger, result.Detail ?? "");
                    break;
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4150, LogLevel.Warning, "Discord: {Finding}")]
        public static partial void Wrong(ILogger logger, string finding);

        [LoggerMessage(4151, LogLevel.Information, "{Count} commands were registered with Discord")]
        public static partial void Registered(ILogger logger, int count);

        [LoggerMessage(4153, LogLevel.Warning, "Commands at Discord {Beside}")]
        public static partial void Beside(ILogger logger, string beside);

        [LoggerMessage(4154, LogLevel.Warning, "The Discord token could not be saved; trying again in {Wait}: {Failure}")]
        public static partial void NotSaved(ILogger logger, TimeSpan wait, string failure);

        [LoggerMessage(4155, LogLevel.Error, "Discord's startup tasks failed")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(4152, LogLevel.Error, "Commands could not be registered with Discord: {Detail}")]
        public static partial void NotRegistered(ILogger logger, string detail);
    }
}
