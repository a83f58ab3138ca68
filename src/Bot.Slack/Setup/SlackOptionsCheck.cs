using Bot.Chat.Options;

namespace Bot.Slack.Setup;

/// <summary>The rules of <see cref="SlackOptions"/>. Any problem stops the start.</summary>
public static class SlackOptionsCheck
{
    public static IEnumerable<OptionProblem> Check(SlackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. Token(nameof(SlackOptions.BotToken), options.BotToken, "xoxb-"),
            .. Token(nameof(SlackOptions.AppToken), options.AppToken, "xapp-"),
            .. TokenText.Check(nameof(SlackOptions.SigningSecret), options.SigningSecret),
            .. TokenText.Check(nameof(SlackOptions.PreviousSigningSecret), options.PreviousSigningSecret),
            .. TokenText.Check(nameof(SlackOptions.ClientId), options.ClientId),
            .. TokenText.Check(nameof(SlackOptions.ClientSecret), options.ClientSecret),
            .. Ways(options),
            .. Paces(options),
        ];
    }

    private static IEnumerable<OptionProblem> Token(string key, string token, string beginning)
    {
        if (token.StartsWith("xoxe.", StringComparison.Ordinal) || token.StartsWith("xoxe-", StringComparison.Ordinal))
        {
            return [new(key, SlackTexts.Both("RotatingToken"))];
        }

        return token.Length == 0 || token.StartsWith(beginning, StringComparison.Ordinal)
            ? TokenText.Check(key, token)
            : [new(key, SlackTexts.Both("TokenBeginning", beginning))];
    }

    private static IEnumerable<OptionProblem> Ways(SlackOptions options)
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

    private static IEnumerable<OptionProblem> Paces(SlackOptions options)
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
