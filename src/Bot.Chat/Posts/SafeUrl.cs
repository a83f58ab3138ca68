namespace Bot.Chat.Posts;

/// <summary>Decides what address a post may link to.</summary>
public static class SafeUrl
{
    private const int Longest = 2000;

    /// <summary>The address, or null unless it is a well-formed http, https or mailto address of at most 2,000 characters.</summary>
    public static string? Of(string? url)
    {
        var text = url?.Trim();
        return text is { Length: > 0 and <= Longest }
            && !text.Any(char.IsControl)
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps ? uri.Host.Length > 0 : uri.Scheme == Uri.UriSchemeMailto)
            ? text
            : null;
    }
}
