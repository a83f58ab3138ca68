using System.Net;
using Bot.Chat;
using Bot.Web.Exposure;
using Bot.Web.Texts;

namespace Bot.Web;

/// <summary>A problem with one key of <see cref="WebOptions"/>.</summary>
/// <param name="Key">Within the section: <c>Auth:Tokens:0</c>.</param>
/// <param name="Message">Never contains the value of a token.</param>
public sealed record WebOptionsProblem(string Key, LocalizedText Message);

/// <summary>The rules of <see cref="WebOptions"/>. Any problem stops the start.</summary>
public static class WebOptionsCheck
{
    /// <summary>Shorter tokens can be guessed.</summary>
    public const int ShortestToken = 16;

    /// <summary>A larger limit is none.</summary>
    public const int MostPerMinute = 1_000_000;

    public static IEnumerable<WebOptionsProblem> Check(WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var addresses = ListenAddress.ParseAll(options.Url);
        if (addresses is null)
        {
            yield return new(nameof(WebOptions.Url), ApiTexts.Both("WebOptionsCheck.IsNotHttpSAddress", options.Url));
        }
        else if (options.Auth.Tokens.Count == 0 && addresses.FirstOrDefault(address => !address.IsLoopback) is { } open)
        {
            yield return new(nameof(WebOptions.Url), ApiTexts.Both("WebOptionsCheck.CanBeReachedFromOther", open.Text));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.Zone, out _))
        {
            yield return new(nameof(WebOptions.Zone), ApiTexts.Both("WebOptionsCheck.NoTimeZoneExample", options.Zone));
        }

        foreach (var problem in Short(nameof(WebAuthOptions.Tokens), options.Auth.Tokens))
        {
            yield return problem;
        }

        foreach (var problem in Short(nameof(WebAuthOptions.ReadTokens), options.Auth.ReadTokens))
        {
            yield return problem;
        }

        if (options.Limits.RequestsPerMinute is < 0 or > MostPerMinute)
        {
            yield return new(
                $"{nameof(WebOptions.Limits)}:{nameof(WebLimitsOptions.RequestsPerMinute)}",
                ApiTexts.Both("WebOptionsCheck.LimitOutOfRange", 0, MostPerMinute)
            );
        }

        if (options.Limits.Burst is < 1 or > MostPerMinute)
        {
            yield return new(
                $"{nameof(WebOptions.Limits)}:{nameof(WebLimitsOptions.Burst)}",
                ApiTexts.Both("WebOptionsCheck.LimitOutOfRange", 1, MostPerMinute)
            );
        }

        for (var i = 0; i < options.ForwardedHeaders.KnownProxies.Count; i++)
        {
            var proxy = options.ForwardedHeaders.KnownProxies[i];
            if (!IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
            {
                yield return new(
                    $"{nameof(WebOptions.ForwardedHeaders)}:{nameof(ForwardedHeadersSettings.KnownProxies)}:{i}",
                    ApiTexts.Both("WebOptionsCheck.IsNeitherIPAddressNor", proxy)
                );
            }
        }
    }

    private static IEnumerable<WebOptionsProblem> Short(string key, List<string> tokens) =>
        from at in Enumerable.Range(0, tokens.Count)
        where tokens[at].Trim().Length < ShortestToken
        select new WebOptionsProblem(
            $"{nameof(WebOptions.Auth)}:{key}:{at}",
            ApiTexts.Both("WebOptionsCheck.TokenNeedsAtLeastCharacters", ShortestToken)
        );
}
