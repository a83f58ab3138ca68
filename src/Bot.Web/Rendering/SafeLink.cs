namespace Bot.Web.Rendering;

/// <summary>Decides which addresses in a briefing may become links.</summary>
internal static class SafeLink
{
    /// <summary>The rel attribute of every link that leaves the channel.</summary>
    public const string Rel = "nofollow noopener noreferrer";

    /// <summary>
    /// Absolute http, https and mailto only. Control characters are refused: browsers drop them, which would activate
    /// <c>java\tscript:</c>.
    /// </summary>
    public static bool IsSafe(string? url) =>
        url is { Length: > 0 and <= 8192 }
        && !url.Any(char.IsControl)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeMailto)
        && url.StartsWith(uri.Scheme, StringComparison.OrdinalIgnoreCase);
}
