using Bot.Chat;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Setup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Sending;

/// <summary>
/// Makes the configured token an installation like any other: asks Slack at the start which workspace it belongs to (auth.test), and keeps
/// asking until Slack accepts it. A single refusal is not believed, and none is final.
/// </summary>
public sealed partial class ConfiguredInstallation(
    SlackOptions options,
    SlackClient client,
    IInstallations installations,
    IWorkspaceEvents workspaces,
    IOperatorAlerts alerts,
    TimeProvider time,
    ILogger<ConfiguredInstallation> logger
) : BackgroundService
{
    // The setting's name, so that the operator can find it.
    private const string Subject = "Slack:BotToken";
    private const string Refusal = "token-refused";

    /// <summary>Consecutive refusals before they are believed.</summary>
    private const int RefusalsThatCount = 2;

    /// <summary>Wait between questions about a token that Slack refuses.</summary>
    public static readonly TimeSpan RefusedWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    private static readonly Backoff Waits = Backoff.Of(
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5)
    );

    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isKnown = options.BotToken.Length == 0;
    private volatile bool _isRefused;
    private int _refusals;

    /// <summary>There is a token, but its workspace, if any, is not yet known.</summary>
    public bool IsPending => !_isKnown && !_isRefused;

    /// <summary>Until it is no longer pending for the first time: somebody may ask in the moment after the start.</summary>
    public Task SettledAsync(CancellationToken cancellationToken) =>
        IsPending ? _settled.Task.WaitAsync(cancellationToken) : Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var tried = 1; !_isKnown; tried++)
        {
            await TryAsync(stoppingToken);
            if (!_isKnown)
            {
                await Task.Delay(_isRefused ? RefusedWait : Waits.After(tried), time, stoppingToken);
            }
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        var token = new Secret(options.BotToken);
        using var timeout = new CancellationTokenSource(CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        switch (await client.PostFormAsync("auth.test", token, [], either.Token))
        {
            case SlackAnswer.Ok ok when OrganisationToken.Is(ok):
                Refuse(OrganisationToken.Reason, OrganisationToken.Trouble.English);
                break;
            case SlackAnswer.Ok ok when ok.Text("team_id") is { Length: > 0 } team:
                await InstallAsync(ok, team, token, stoppingToken);
                break;
            case SlackAnswer.Ok:
                Log.NotKnown(logger, "no team_id");
                break;
            case SlackAnswer.Error error when SlackErrors.ReasonOf(error.Name) == RejectReason.TokenRefused:
                if (++_refusals >= RefusalsThatCount)
                {
                    Refuse(Refusal, error.Detail);
                }
                else
                {
                    Log.NotKnown(logger, error.Detail);
                }

                break;
            case var answer:
                Log.NotKnown(logger, SlackOutcomes.Words(answer));
                break;
        }
    }

    /// <summary>Reported once; a person can fix it without a restart.</summary>
    private void Refuse(string reason, string detail)
    {
        if (!_isRefused)
        {
            Log.Refused(logger, detail);
        }

        alerts.Raise(new OperatorAlert(reason, Subject, detail));
        _isRefused = true;
        _settled.TrySetResult();
    }

    private async Task InstallAsync(SlackAnswer.Ok ok, string team, Secret token, CancellationToken stoppingToken)
    {
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
                stoppingToken
            );
            // The app may have been removed and installed again since.
            await workspaces.AddedAsync(PlatformId.Slack, team, stoppingToken);
            (_isKnown, _isRefused) = (true, false);
            _settled.TrySetResult();
            alerts.Resolve(Refusal, Subject);
            alerts.Resolve(OrganisationToken.Reason, Subject);
            Log.Installed(logger, team, ok.Text("team"));
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            Log.NotSaved(logger, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "Slack: the bot posts to {Team} ({Name})")]
        public static partial void Installed(ILogger logger, string team, string? name);

        [LoggerMessage(4002, LogLevel.Warning, "Slack: the workspace of Slack:BotToken is not known yet: {Detail}")]
        public static partial void NotKnown(ILogger logger, string detail);

        [LoggerMessage(4004, LogLevel.Error, "Slack: Slack:BotToken cannot be used ({Detail}). It is checked again every five minutes")]
        public static partial void Refused(ILogger logger, string detail);

        [LoggerMessage(4003, LogLevel.Warning, "Slack: the installation of Slack:BotToken could not be saved; trying again: {Failure}")]
        public static partial void NotSaved(ILogger logger, string failure);
    }
}
