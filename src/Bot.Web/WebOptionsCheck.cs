using System.Net;
using Bot.Chat;
using Bot.Web.Exposure;

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

    public static IEnumerable<WebOptionsProblem> Check(WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var addresses = ListenAddress.ParseAll(options.Url);
        if (addresses is null)
        {
            yield return new(nameof(WebOptions.Url), new(
                $"「{options.Url}」は http(s) のアドレスではありません（例 http://127.0.0.1:5080）",
                $"\"{options.Url}\" is not an http(s) address (example: http://127.0.0.1:5080)"));
        }
        else if (options.Auth.Tokens.Count == 0 && addresses.FirstOrDefault(address => !address.IsLoopback) is { } open)
        {
            yield return new(nameof(WebOptions.Url), new(
                $"{open.Text} は他のマシンからも届くため、Web:Auth:Tokens が必要です。トークンを設定するか、127.0.0.1 にしてください",
                $"{open.Text} can be reached from other machines, so Web:Auth:Tokens is needed. Set a token, or use 127.0.0.1"));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.Zone, out _))
        {
            yield return new(nameof(WebOptions.Zone), new(
                $"「{options.Zone}」というタイムゾーンはありません（例 Asia/Tokyo）",
                $"there is no time zone \"{options.Zone}\" (example: Asia/Tokyo)"));
        }

        for (var i = 0; i < options.Auth.Tokens.Count; i++)
        {
            if (options.Auth.Tokens[i].Trim().Length < ShortestToken)
            {
                yield return new($"{nameof(WebOptions.Auth)}:{nameof(WebAuthOptions.Tokens)}:{i}", new(
                    $"トークンは{ShortestToken}文字以上にしてください", $"a token needs at least {ShortestToken} characters"));
            }
        }

        for (var i = 0; i < options.ForwardedHeaders.KnownProxies.Count; i++)
        {
            var proxy = options.ForwardedHeaders.KnownProxies[i];
            if (!IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
            {
                yield return new($"{nameof(WebOptions.ForwardedHeaders)}:{nameof(ForwardedHeadersSettings.KnownProxies)}:{i}", new(
                    $"「{proxy}」はIPアドレスでもネットワーク（例 10.0.0.0/8）でもありません",
                    $"\"{proxy}\" is neither an IP address nor a network (example: 10.0.0.0/8)"));
            }
        }
    }
}
