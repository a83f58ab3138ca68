using System.Text.RegularExpressions;

namespace Bot.Posts;

/// <summary>What the words of a link say about where it leads.</summary>
public static partial class LinkLabel
{
    /// <summary>
    /// The host that a link leads to when its words are the address or name of another one; else null. In the form of the
    /// name system, so that letters that only look alike are not taken for each other.
    /// </summary>
    public static string? OtherHost(string words, string url)
    {
        ArgumentNullException.ThrowIfNull(words);
        return HostOf(words) is { } named && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IdnHost is { Length: > 0 } host
            && !WithoutWww(named).Equals(WithoutWww(host), StringComparison.OrdinalIgnoreCase)
            ? host
            : null;
    }

    /// <summary>Without the <c>www.</c> that many addresses have and nobody says.</summary>
    public static string WithoutWww(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }

    private static string? HostOf(string words)
    {
        // Most words are no address, and there are many.
        if (!words.Contains('.', StringComparison.Ordinal) && !words.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var text = words.Trim();
        var isAddress = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return (isAddress || Domain().IsMatch(text)) && Uri.TryCreate(isAddress ? text : "https://" + text, UriKind.Absolute, out var uri) && uri.IdnHost.Length > 0
            ? uri.IdnHost
            : null;
    }

    /// <summary>A host name of letters at the end of its last label, alone or before a path.</summary>
    [GeneratedRegex(@"^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[:/?#]\S*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Domain();
}
