using System.Buffers;
using Bot.Chat.Options;

namespace Bot.Slack.Setup;

/// <summary>The rules of <see cref="SlackOptions"/>. Any problem stops the start.</summary>
public static class SlackOptionsCheck
{
    /// <summary>With it the longest command still has Slack's 32 characters.</summary>
    private const int LongestPrefix = 16;

    private static readonly SearchValues<char> OfCommands = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

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
            .. Commands(options),
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
            yield return new(nameof(SlackOptions.AppToken), SlackTexts.Both("SlackOptionsCheck.SocketNeedsTokenBeginsWith"));
        }

        if (options.IsOn && options is { Mode: SlackMode.Http, SigningSecret: "" })
        {
            yield return new(nameof(SlackOptions.SigningSecret), SlackTexts.Both("SlackOptionsCheck.HttpNeedsSigningSecretWithout"));
        }

        if (options.ClientId.Length > 0 != options.ClientSecret.Length > 0)
        {
            yield return new(
                options.ClientId.Length > 0 ? nameof(SlackOptions.ClientSecret) : nameof(SlackOptions.ClientId),
                SlackTexts.Both("SlackOptionsCheck.ClientIdAndClientSecretAreNeeded")
            );
        }

        if (
            !options.ApiBaseUrl.IsAbsoluteUri
            || options.ApiBaseUrl.Scheme is not ("https" or "http")
            || !options.ApiBaseUrl.AbsolutePath.EndsWith('/')
        )
        {
            yield return new(nameof(SlackOptions.ApiBaseUrl), SlackTexts.Both("SlackOptionsCheck.MustBeAddressBeginsWith"));
        }
        else if (options.ApiBaseUrl is { Scheme: "http", IsLoopback: false })
        {
            yield return new(nameof(SlackOptions.ApiBaseUrl), SlackTexts.Both("SlackOptionsCheck.HttpWouldShowTokenTo"));
        }
    }

    private static IEnumerable<OptionProblem> Commands(SlackOptions options)
    {
        if (options.CommandPrefix.Length > LongestPrefix || options.CommandPrefix.AsSpan().ContainsAnyExcept(OfCommands))
        {
            yield return new(nameof(SlackOptions.CommandPrefix), SlackTexts.Both("SlackOptionsCheck.Prefix", LongestPrefix));
        }
    }

    private static IEnumerable<OptionProblem> Paces(SlackOptions options)
    {
        if (options.ChannelBurst is < 1 or > 10)
        {
            yield return new(nameof(SlackOptions.ChannelBurst), SlackTexts.Both("SlackOptionsCheck.MustBeFromTo"));
        }

        if (options.ChannelInterval < TimeSpan.Zero || options.ChannelInterval > TimeSpan.FromMinutes(1))
        {
            yield return new(nameof(SlackOptions.ChannelInterval), SlackTexts.Both("SlackOptionsCheck.MustBeFromToMinute"));
        }

        if (options.WorkspacePerMinute is < 0 or > 100_000)
        {
            yield return new(nameof(SlackOptions.WorkspacePerMinute), SlackTexts.Both("SlackOptionsCheck.MustBeFromTo2"));
        }
    }
}
