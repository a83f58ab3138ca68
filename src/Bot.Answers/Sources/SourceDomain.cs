namespace Bot.Answers.Sources;

/// <summary>
/// The domain under which a publisher registers its sites: news.example.co.jp and www.example.co.jp are both example.co.jp. By the
/// usual second levels under two-letter country domains; hosts that share a domain without sharing a publisher count as one.
/// </summary>
public static class SourceDomain
{
    private static readonly HashSet<string> SecondLevels = new(StringComparer.Ordinal)
    {
        "ac",
        "co",
        "com",
        "ed",
        "edu",
        "gen",
        "go",
        "gov",
        "gr",
        "lg",
        "ne",
        "net",
        "or",
        "org",
    };

    /// <summary>Null if the text is no http(s) address with a host.</summary>
    public static string? Of(string? url)
    {
        if (!Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var host = address.IdnHost.ToLowerInvariant();
        if (address.HostNameType != UriHostNameType.Dns)
        {
            return host.Length == 0 ? null : host;
        }

        var labels = host.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var kept = labels.Length > 2 && labels[^1].Length == 2 && SecondLevels.Contains(labels[^2]) ? 3 : 2;
        return string.Join('.', labels.TakeLast(kept));
    }
}
