using System.Buffers;

namespace Bot.Posts;

/// <summary>Decides which addresses a post may link to.</summary>
public static class SafeUrl
{
    private const int Longest = 2000;
    private const int LongestLabel = 63;
    private const int LongestHost = 253;

    private static readonly SearchValues<char> HostEnds = SearchValues.Create("/?#");
    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create(
        "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <summary>The address, or null unless it is a well-formed http, https or mailto address of at most 2,000 characters.</summary>
    public static string? Of(string? url)
    {
        var text = url?.Trim();
        return text is { Length: > 0 and <= Longest } && (IsPlain(text) || IsWellFormed(text)) ? text : null;
    }

    /// <summary>
    /// The common case: a host of letters, digits and hyphens, then printable ASCII. A cheap check, because every
    /// citation runs it.
    /// </summary>
    private static bool IsPlain(string text)
    {
        var start =
            text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : 0;
        if (start == 0)
        {
            return false;
        }

        var rest = text.AsSpan(start);
        var host = rest.IndexOfAny(HostEnds) is var end and >= 0 ? rest[..end] : rest;
        if (host.Length > LongestHost || rest[host.Length..].ContainsAnyExceptInRange('!', '~'))
        {
            return false;
        }

        foreach (var label in host.Split('.'))
        {
            if (
                host[label] is not { Length: > 0 and <= LongestLabel } name
                || name[0] == '-'
                || name[^1] == '-'
                || name.ContainsAnyExcept(LabelCharacters)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWellFormed(string text) =>
        !text.Any(char.IsControl)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps ? uri.Host.Length > 0 : uri.Scheme == Uri.UriSchemeMailto);
}
