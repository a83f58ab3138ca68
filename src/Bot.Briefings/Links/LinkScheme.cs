namespace Bot.Briefings.Links;

/// <summary>What a link's scheme allows. As in browsers, control characters and spaces do not hide a scheme.</summary>
public static class LinkScheme
{
    public static bool IsHttp(string url) => Of(url) is "http" or "https" && url.Contains("://", StringComparison.Ordinal);

    /// <summary>False for a scheme other than http, https and mailto. An address without a scheme is safe.</summary>
    public static bool IsSafe(string url) => Of(url) is null or "http" or "https" or "mailto";

    /// <summary>The scheme in lower case, or null if the address has none.</summary>
    public static string? Of(string url)
    {
        Span<char> scheme = stackalloc char[32];
        var length = 0;
        foreach (var c in url)
        {
            if (c <= ' ' || c == '\u007F')
            {
                continue;
            }

            if (c == ':')
            {
                return length == 0 ? null : new string(scheme[..length]);
            }

            if (length == scheme.Length || !(char.IsAsciiLetter(c) || (length > 0 && (char.IsAsciiDigit(c) || c is '+' or '.' or '-'))))
            {
                return null;
            }

            scheme[length++] = char.ToLowerInvariant(c);
        }

        return null;
    }
}
