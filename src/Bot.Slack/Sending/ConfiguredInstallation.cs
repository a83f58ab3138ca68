using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Setup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Sending;

/// <summary>
/// Makes the token in configuration an installation like any other: asks Slack at the start which workspace it is of
/// (auth.test), again and again until Slack answers.
/// </summary>
public sealed partial class ConfiguredInstallation(
    SlackOptions options, SlackClient client, IInstallations installations, IWorkspaceEvents workspaces, IOperatorAlerts alerts, TimeProvider time, ILogger<ConfiguredInstallation> logger)
    : BackgroundService
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private volatile bool _isDone = options.BotToken.Length == 0;

    /// <summary>There is a token, and it is not yet known which workspace it is of.</summary>
    public bool IsPending => !_isDone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var tried = 0; !_isDone; tried++)
        {
            await TryAsync(stoppingToken);
            if (!_isDone)
            {
                await Task.Delay(Waits[Math.Min(tried, Waits.Length - 1)], time, stoppingToken);
            }
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        var token = new Secret(options.BotToken);
        using var timeout = new CancellationTokenSource(CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        var answer = await client.PostFormAsync("auth.test", token, [], either.Token);
        if (answer is not SlackAnswer.Ok ok || ok.Text("team_id") is not { Length: > 0 } team)
        {
            var detail = answer switch { SlackAnswer.Error error => error.Detail, SlackAnswer.Ok => "no team_id", _ => "Slack did not answer" };
            Log.NotKnown(logger, detail);
            if (answer is SlackAnswer.Error refused && SlackErrors.ReasonOf(refused.Name) == RejectReason.TokenRefused)
            {
                // It will not get better by asking; a new token comes with a new start.
                alerts.Raise(new OperatorAlert("token-refused", "Slack:BotToken", detail));
                _isDone = true;
            }

            return;
        }

        try
        {
            await installations.SaveAsync(
                new Installation(PlatformId.Slack, team, token)
                {
                    Name = ok.Text("team"),
                    BotUser = ok.Text("user_id"),
                    Bot = ok.Text("bot_id"),
                    Application = ok.Text("app_id"),
                    Scopes = ok.Scopes?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
                },
                SlackTokens.NameOf(team),
                stoppingToken);
            // The application may have been removed and installed again since.
            await workspaces.AddedAsync(PlatformId.Slack, team, stoppingToken);
            _isDone = true;
            Log.Installed(logger, team, ok.Text("team"));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotSaved(logger, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "Slack: the bot posts to {Team} ({Name})")]
        public static partial void Installed(ILogger logger, string team, string? name);

        [LoggerMessage(4002, LogLevel.Warning, "Slack: it is not known yet which workspace Slack:BotToken is of: {Detail}")]
        public static partial void NotKnown(ILogger logger, string detail);

        [LoggerMessage(4003, LogLevel.Warning, "Slack: the installation of Slack:BotToken could not be saved and is tried again: {Failure}")]
        public static partial void NotSaved(ILogger logger, string failure);
    }
}
