using Bot.Chat.Diagnosis;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Setup;

/// <summary><c>doctor</c>'s lines about Slack: mode, tokens, scopes with their reasons, signing secret.</summary>
public sealed class SlackCheck(SlackOptions options, SlackClient client, TimeProvider time) : IPlatformCheck
{
    private const string Subject = "slack";

    // Slack's signing secrets are 32 hexadecimal digits.
    private const int ShortestSecret = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public PlatformId Platform => PlatformId.Slack;

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        [
            Way(),
            .. options.BotToken.Length > 0 ? await BotTokenAsync(cancellationToken) : [],
            .. options.Mode == SlackMode.Socket ? await AppTokenAsync(cancellationToken) : SigningSecrets(),
            .. ClockFinding.Of(PlatformId.Slack, client.Clock),
        ];

    private Finding Way() =>
        options.Mode == SlackMode.Socket
            ? new(Verdict.Ok, Subject, SlackTexts.Both("SlackCheck.ListensOverSocketMode"))
            : new(Verdict.Ok, Subject, SlackTexts.Both("SlackCheck.ListensOverHTTP"));

    private async Task<IEnumerable<Finding>> BotTokenAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync("auth.test", options.BotToken, cancellationToken);
        if (answer is not SlackAnswer.Ok ok)
        {
            return [Refused("Slack:BotToken", answer)];
        }

        if (OrganisationToken.Is(ok))
        {
            return
            [
                new(
                    Verdict.Failed,
                    Subject,
                    new($"Slack:BotToken: {OrganisationToken.Trouble.Japanese}", $"Slack:BotToken: {OrganisationToken.Trouble.English}")
                ),
            ];
        }

        var granted = ok.Scopes?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var missing = granted.Length == 0 ? [] : SlackScope.Bot.Where(scope => !granted.Contains(scope.Name)).ToList();
        return
        [
            new(Verdict.Ok, Subject, SlackTexts.Both("SlackCheck.SlackBotTokenIsIn", ok.Text("team"), ok.Text("team_id"), ok.Text("user"))),
            .. missing.Select(scope => new Finding(
                Verdict.Failed,
                Subject,
                SlackTexts.Both("SlackCheck.ScopeIsMissing", scope.Name, scope.Reason)
            )),
            .. missing.Count == 0
                ?
                [
                    new Finding(
                        Verdict.Ok,
                        Subject,
                        granted.Length == 0
                            ? SlackTexts.Both("SlackCheck.SlackDidNotSayWhich")
                            : SlackTexts.Both("SlackCheck.AllScopesAreThere")
                    ),
                ]
                : Array.Empty<Finding>(),
        ];
    }

    private async Task<IEnumerable<Finding>> AppTokenAsync(CancellationToken cancellationToken)
    {
        // Opens no connection: the returned address is not used.
        var answer = await CallAsync("apps.connections.open", options.AppToken, cancellationToken);
        return
        [
            answer is SlackAnswer.Ok ? new(Verdict.Ok, Subject, SlackTexts.Both("SlackCheck.SlackAppTokenOpensConnections"))
            : answer is SlackAnswer.Error { Name: "missing_scope" }
                ? new(
                    Verdict.Failed,
                    Subject,
                    SlackTexts.Both("SlackCheck.SlackAppTokenHasNoScope", SlackScope.Connections.Name, SlackScope.Connections.Reason)
                )
            : Refused("Slack:AppToken", answer),
        ];
    }

    private IEnumerable<Finding> SigningSecrets()
    {
        yield return options.SigningSecret.Length >= ShortestSecret
            ? new(Verdict.Ok, Subject, SlackTexts.Both("SlackCheck.SlackSigningSecretIsThere"))
            : new(Verdict.Warning, Subject, SlackTexts.Both("SlackCheck.SlackSigningSecretIsShorterThan", ShortestSecret));
        if (options.PreviousSigningSecret.Length > 0)
        {
            yield return new(Verdict.Warning, Subject, SlackTexts.Both("SlackCheck.SlackPreviousSigningSecretStillHolds"));
        }
    }

    private async Task<SlackAnswer> CallAsync(string method, string token, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        return await client.PostFormAsync(method, new Secret(token), [], either.Token);
    }

    private Finding Refused(string key, SlackAnswer answer) =>
        answer is SlackAnswer.Error error
            ? new(Verdict.Failed, Subject, SlackTexts.Both("SlackCheck.SlackDoesNotTake", key, error.Name))
            : new(Verdict.Failed, Subject, SlackTexts.Both("SlackCheck.SlackCannotBeReached", options.ApiBaseUrl.Host));
}
