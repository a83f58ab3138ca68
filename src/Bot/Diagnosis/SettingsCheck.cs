using Bot.Chat.Diagnosis;
using Bot.Configuration;
using Bot.Delivery.Alerts;
using Bot.Intake;

namespace Bot.Diagnosis;

/// <summary>Checks the configuration: inbox, tokens, feeds and who can reach the pages.</summary>
internal static class SettingsCheck
{
    /// <param name="inbox">Absolute path of the inbox; null if none.</param>
    public static IEnumerable<Finding> Run(BotOptions options, string? inbox) =>
    [
        Inbox(inbox),
        .. Feeds(options.Intake),
        .. Tokens(options),
        Exposure(options),
        Operator(options.Operator),
    ];

    private static Finding Inbox(string? inbox) => inbox is null
        ? new(Verdict.Ok, "inbox", new("なし（Intake:Inbox）", "none (Intake:Inbox)"))
        : FolderProbe.Trouble(inbox) is { } trouble
            ? new(Verdict.Failed, "inbox", new($"{inbox} に書き込めません: {trouble}", $"{inbox} cannot be written: {trouble}"))
            : new(Verdict.Ok, "inbox", new($"{inbox} に書き込めます", $"{inbox} can be written"));

    private static IEnumerable<Finding> Feeds(IntakeOptions intake)
    {
        if (intake.Feeds.Count == 0)
        {
            yield return new(Verdict.Ok, "feeds", new("なし（Intake:Feeds）", "none (Intake:Feeds)"));
        }

        foreach (var feed in intake.Feeds)
        {
            var address = feed.Url!.GetLeftPart(UriPartial.Path);
            yield return feed switch
            {
                { AllowPrivate: true } => new(Verdict.Warning, "feeds", new($"{address}: 内部のアドレスも許しています", $"{address}: private addresses are allowed")),
                { Url.Scheme: "http" } => new(Verdict.Warning, "feeds", new($"{address}: https ではないので途中で書き換えられます", $"{address}: not https, so it can be changed on its way")),
                _ => new(Verdict.Ok, "feeds", new(address, address)),
            };
        }
    }

    private static IEnumerable<Finding> Tokens(BotOptions options)
    {
        var tokens = options.Intake.ApiTokens.Select(pair => (Key: $"Intake:ApiTokens:{pair.Key}", Token: pair.Value))
            .Concat(options.Admins.Tokens.Select(pair => (Key: $"Admins:Tokens:{pair.Key}", Token: pair.Value)))
            .Concat(options.Web.Auth.Tokens.Select((token, i) => (Key: $"Web:Auth:Tokens:{i}", Token: token)))
            .Concat(new[] { (Key: "Secrets:MasterKey", Token: options.Secrets.MasterKey) }.Where(pair => pair.Token.Length > 0))
            .ToList();
        if (tokens.Count == 0)
        {
            yield return new(Verdict.Ok, "tokens", new("なし（POST /api/briefings は閉じています）", "none (POST /api/briefings is closed)"));
        }

        foreach (var (key, token) in tokens)
        {
            yield return TokenStrength.IsStrong(token)
                ? new(Verdict.Ok, "tokens", new($"{key} は十分な強さです", $"{key} is strong enough"))
                : new(Verdict.Failed, "tokens", new(
                    $"{key} は推測されやすい値です。openssl rand -hex 32 などで作り直してください",
                    $"{key} can be guessed: make a new one, for example with openssl rand -hex 32"));
        }
    }

    private static Finding Exposure(BotOptions options) => options.Web.Auth.Tokens.Count > 0
        ? new(Verdict.Ok, "web", new($"{options.Web.Url}（トークンで保護）", $"{options.Web.Url} (behind tokens)"))
        : new(Verdict.Ok, "web", new($"{options.Web.Url}（このマシンからのみ）", $"{options.Web.Url} (this machine only)"));

    private static Finding Operator(OperatorOptions options) => (options.Channel, options.Webhook) switch
    {
        (null or "", null or "") => new(Verdict.Ok, "operator", new(
            "人の判断が必要なことはログにだけ出ます（Operator:Channel、Operator:Webhook）",
            "what needs a person is told in the log only (Operator:Channel, Operator:Webhook)")),
        ({ Length: > 0 } channel, null or "") => new(Verdict.Ok, "operator", new($"{channel} に知らせます", $"told in {channel}")),
        (null or "", _) => new(Verdict.Ok, "operator", new("Webhook に知らせます", "told to the webhook")),
        var (channel, _) => new(Verdict.Ok, "operator", new($"{channel} と Webhook に知らせます", $"told in {channel} and to the webhook")),
    };
}
