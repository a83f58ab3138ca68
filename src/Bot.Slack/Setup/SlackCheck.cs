using Bot.Chat.Diagnosis;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Setup;

/// <summary>What <c>doctor</c> says about Slack: mode, tokens, scopes with their reasons, signing secret.</summary>
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

    private Finding Way() => options.Mode == SlackMode.Socket
        ? new(Verdict.Ok, Subject, new("Socket Mode で受けます", "listens over Socket Mode"))
        : new(Verdict.Ok, Subject, new(
            "HTTP で受けます。Slack から /slack/commands・/slack/interactions・/slack/events に https で届くようにしてください",
            "listens over HTTP: Slack must reach /slack/commands, /slack/interactions and /slack/events over https"));

    private async Task<IEnumerable<Finding>> BotTokenAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync("auth.test", options.BotToken, cancellationToken);
        if (answer is not SlackAnswer.Ok ok)
        {
            return [Refused("Slack:BotToken", answer)];
        }

        if (OrganisationToken.Is(ok))
        {
            return [new(Verdict.Failed, Subject, new(
                $"Slack:BotToken: {OrganisationToken.Trouble.Japanese}", $"Slack:BotToken: {OrganisationToken.Trouble.English}"))];
        }

        var granted = ok.Scopes?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var missing = granted.Length == 0 ? [] : SlackScope.Bot.Where(scope => !granted.Contains(scope.Name)).ToList();
        return
        [
            new(Verdict.Ok, Subject, new(
                $"Slack:BotToken は {ok.Text("team")}（{ok.Text("team_id")}）の {ok.Text("user")} です",
                $"Slack:BotToken is {ok.Text("user")} in {ok.Text("team")} ({ok.Text("team_id")})")),
            .. missing.Select(scope => new Finding(Verdict.Failed, Subject, new(
                $"スコープ {scope.Name} がありません（{scope.Reason.Japanese}）。アプリ設定の OAuth & Permissions で加え、入れ直してください",
                $"the scope {scope.Name} is missing ({scope.Reason.English}): add it under OAuth & Permissions and install the app again"))),
            .. missing.Count == 0 ? [new Finding(Verdict.Ok, Subject, granted.Length == 0
                ? new("スコープは Slack が示しませんでした", "Slack did not say which scopes the token has")
                : new("必要なスコープはすべてあります", "all scopes are there"))] : Array.Empty<Finding>(),
        ];
    }

    private async Task<IEnumerable<Finding>> AppTokenAsync(CancellationToken cancellationToken)
    {
        // Opens nothing by itself: the address that comes back is not used.
        var answer = await CallAsync("apps.connections.open", options.AppToken, cancellationToken);
        return [answer is SlackAnswer.Ok
            ? new(Verdict.Ok, Subject, new("Slack:AppToken で接続できます", "Slack:AppToken opens connections"))
            : answer is SlackAnswer.Error { Name: "missing_scope" }
                ? new(Verdict.Failed, Subject, new(
                    $"Slack:AppToken にスコープ {SlackScope.Connections.Name} がありません（{SlackScope.Connections.Reason.Japanese}）",
                    $"Slack:AppToken has no scope {SlackScope.Connections.Name} ({SlackScope.Connections.Reason.English})"))
                : Refused("Slack:AppToken", answer)];
    }

    private IEnumerable<Finding> SigningSecrets()
    {
        yield return options.SigningSecret.Length >= ShortestSecret
            ? new(Verdict.Ok, Subject, new("Slack:SigningSecret があります", "Slack:SigningSecret is there"))
            : new(Verdict.Warning, Subject, new(
                $"Slack:SigningSecret が {ShortestSecret} 文字に足りません。アプリ設定の Basic Information の値か確かめてください",
                $"Slack:SigningSecret is shorter than {ShortestSecret} characters: is it the one under Basic Information?"));
        if (options.PreviousSigningSecret.Length > 0)
        {
            yield return new(Verdict.Warning, Subject, new(
                "Slack:PreviousSigningSecret も有効です。切り替えが済んだら外してください",
                "Slack:PreviousSigningSecret still holds: remove it when the change is through"));
        }
    }

    private async Task<SlackAnswer> CallAsync(string method, string token, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        return await client.PostFormAsync(method, new Secret(token), [], either.Token);
    }

    private Finding Refused(string key, SlackAnswer answer) => answer is SlackAnswer.Error error
        ? new(Verdict.Failed, Subject, new(
            $"{key} を Slack が受け付けません（{error.Name}）。アプリ設定の画面で新しいトークンを作ってください",
            $"Slack does not take {key} ({error.Name}): make a new token on the pages of the Slack app"))
        : new(Verdict.Failed, Subject, new(
            $"Slack（{options.ApiBaseUrl.Host}）に届きません。ネットワークとプロキシを確かめてください",
            $"Slack ({options.ApiBaseUrl.Host}) cannot be reached: check network and proxy"));
}
