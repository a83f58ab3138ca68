using System.Text.RegularExpressions;

namespace Bot.Posts;

/// <summary>What a link's text says about its destination.</summary>
public static partial class LinkLabel
{
    /// <summary>
    /// The host a link leads to if its text is the address or name of a different host; otherwise null. In DNS form
    /// (punycode), so that look-alike letters are not confused.
    /// </summary>
    public static string? OtherHost(string words, string url)
    {
        ArgumentNullException.ThrowIfNull(words);
        return
            HostOf(words) is { } named
            && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.IdnHost is { Length: > 0 } host
            && !WithoutWww(named).Equals(WithoutWww(host), StringComparison.OrdinalIgnoreCase)
            ? host
            : null;
    }

    /// <summary>The host without a leading <c>www.</c>.</summary>
    public static string WithoutWww(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }

    private static string? HostOf(string words)
    {
        // Fast path: few words are addresses, and there are many words.
        if (!words.Contains('.', StringComparison.Ordinal) && !words.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var text = words.Trim();
        var isAddress =
            text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return
            (isAddress || Domain().IsMatch(text))
            && Uri.TryCreate(isAddress ? text : "https://" + text, UriKind.Absolute, out var uri)
            && uri.IdnHost.Length > 0
            ? uri.IdnHost
            : null;
    }

    /// <summary>A host name whose last label consists of letters, alone or followed by a port, path, query or fragment.</summary>
    [GeneratedRegex(@"^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[:/?#]\S*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Domain();
}
