using Bot.Chat;

namespace Bot.Slack.Setup;

/// <summary>What is wrong with one key of <see cref="SlackOptions"/>.</summary>
/// <param name="Key">Within the section: <c>BotToken</c>.</param>
/// <param name="Message">Never holds the value of a secret.</param>
public sealed record SlackOptionsProblem(string Key, LocalizedText Message);

/// <summary>The rules of <see cref="SlackOptions"/>. Any problem stops the start.</summary>
public static class SlackOptionsCheck
{
    public static IEnumerable<SlackOptionsProblem> Check(SlackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. Token(nameof(SlackOptions.BotToken), options.BotToken, "xoxb-", "xoxe.xoxb-"),
            .. Token(nameof(SlackOptions.AppToken), options.AppToken, "xapp-"),
            .. Ways(options),
            .. Paces(options),
        ];
    }

    private static IEnumerable<SlackOptionsProblem> Token(string key, string token, params string[] beginnings)
    {
        if (token.Length > 0 && !beginnings.Any(beginning => token.StartsWith(beginning, StringComparison.Ordinal)))
        {
            yield return new(key, new(
                $"{beginnings[0]} で始まるトークンにしてください（Slack のアプリ設定の画面にあります）",
                $"must be a token that begins with {beginnings[0]} (on the pages of the Slack app)"));
        }
    }

    private static IEnumerable<SlackOptionsProblem> Ways(SlackOptions options)
    {
        if (options.IsOn && options is { Mode: SlackMode.Socket, AppToken: "" })
        {
            yield return new(nameof(SlackOptions.AppToken), new(
                "Socket には xapp- で始まるトークン（connections:write）が必要です",
                "Socket needs a token that begins with xapp- (connections:write)"));
        }

        if (options.IsOn && options is { Mode: SlackMode.Http, SigningSecret: "" })
        {
            yield return new(nameof(SlackOptions.SigningSecret), new(
                "Http には Signing Secret が必要です（公開アドレスがなければ Mode を Socket にしてください）",
                "Http needs the signing secret (without a public address, set Mode to Socket)"));
        }

        if (options.ClientId.Length > 0 != options.ClientSecret.Length > 0)
        {
            yield return new(options.ClientId.Length > 0 ? nameof(SlackOptions.ClientSecret) : nameof(SlackOptions.ClientId), new(
                "ClientId と ClientSecret は両方必要です",
                "ClientId and ClientSecret are needed both"));
        }

        if (!options.ApiBaseUrl.IsAbsoluteUri || options.ApiBaseUrl.Scheme is not ("https" or "http") || !options.ApiBaseUrl.AbsolutePath.EndsWith('/'))
        {
            yield return new(nameof(SlackOptions.ApiBaseUrl), new(
                "https:// で始まり / で終わるアドレスにしてください（例 https://slack.com/api/）",
                "must be an address that begins with https:// and ends in / (for example https://slack.com/api/)"));
        }
        else if (options.ApiBaseUrl is { Scheme: "http", IsLoopback: false })
        {
            yield return new(nameof(SlackOptions.ApiBaseUrl), new(
                "http ではトークンが読まれてしまいます。https にしてください",
                "http would show the token to anybody on the way: use https"));
        }
    }

    private static IEnumerable<SlackOptionsProblem> Paces(SlackOptions options)
    {
        if (options.ChannelBurst is < 1 or > 10)
        {
            yield return new(nameof(SlackOptions.ChannelBurst), new("1 から 10 までにしてください", "must be from 1 to 10"));
        }

        if (options.ChannelInterval < TimeSpan.Zero || options.ChannelInterval > TimeSpan.FromMinutes(1))
        {
            yield return new(nameof(SlackOptions.ChannelInterval), new("0 から 1 分までにしてください", "must be from 0 to 1 minute"));
        }

        if (options.WorkspacePerMinute is < 0 or > 100_000)
        {
            yield return new(nameof(SlackOptions.WorkspacePerMinute), new("0 から 100000 までにしてください", "must be from 0 to 100000"));
        }
    }
}
