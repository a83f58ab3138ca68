using Bot.Chat.Options;
using Bot.Discord.Receiving.Http;

namespace Bot.Discord.Setup;

/// <summary>The rules of <see cref="DiscordOptions"/>. Any problem stops the start.</summary>
public static class DiscordOptionsCheck
{
    private static readonly TimeSpan LeastCheck = TimeSpan.FromMinutes(5);

    public static IEnumerable<OptionProblem> Check(DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. Token(options), .. Ids(options), .. Address(options.ApiBaseUrl), .. Rhythm(options.PermissionCheck)];
    }

    private static IEnumerable<OptionProblem> Token(DiscordOptions options)
    {
        if (!options.Token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase))
        {
            return TokenText.Check(nameof(DiscordOptions.Token), options.Token);
        }

        return [new(nameof(DiscordOptions.Token), DiscordTexts.Both("TokenAlone"))];
    }

    private static IEnumerable<OptionProblem> Ids(DiscordOptions options)
    {
        if (options.ApplicationId.Length > 0 ? !IsSnowflake(options.ApplicationId) : options.IsOn)
        {
            yield return new(nameof(DiscordOptions.ApplicationId), DiscordTexts.Both("DiscordOptionsCheck.MustBeApplicationIdGeneral"));
        }

        if (options.PublicKey.Length > 0 ? !DiscordSignature.IsKey(options.PublicKey) : options is { IsOn: true, Mode: DiscordMode.Http })
        {
            yield return NoKey(nameof(DiscordOptions.PublicKey));
        }

        if (options.PreviousPublicKey.Length > 0 && !DiscordSignature.IsKey(options.PreviousPublicKey))
        {
            yield return NoKey(nameof(DiscordOptions.PreviousPublicKey));
        }
    }

    private static OptionProblem NoKey(string name) => new(name, DiscordTexts.Both("DiscordOptionsCheck.MustBePublicKeyGeneral"));

    private static IEnumerable<OptionProblem> Address(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
        {
            yield return new(nameof(DiscordOptions.ApiBaseUrl), DiscordTexts.Both("DiscordOptionsCheck.MustBeAddressBeginsWith"));
        }
        else if (address is { Scheme: "http", IsLoopback: false })
        {
            yield return new(nameof(DiscordOptions.ApiBaseUrl), DiscordTexts.Both("DiscordOptionsCheck.HttpWouldShowTokenTo"));
        }
    }

    private static IEnumerable<OptionProblem> Rhythm(TimeSpan check)
    {
        if (check < LeastCheck || check > TimeSpan.FromDays(1))
        {
            yield return new(nameof(DiscordOptions.PermissionCheck), DiscordTexts.Both("DiscordOptionsCheck.MustBeFromMinutesTo"));
        }
    }

    /// <summary>https://discord.com/developers/docs/reference#snowflakes</summary>
    private static bool IsSnowflake(string id) => id is { Length: >= 17 and <= 20 } && id.All(char.IsAsciiDigit);
}
