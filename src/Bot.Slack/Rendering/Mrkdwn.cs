namespace Bot.Slack.Rendering;

/// <summary>Slack's own markup, where nothing else is possible: https://docs.slack.dev/messaging/formatting-message-text</summary>
internal static class Mrkdwn
{
    /// <summary>Text that cannot form a mention, a link or a command. Only these three characters have entities.</summary>
    public static string Escape(string text) =>
        text.AsSpan().IndexOfAny('&', '<', '>') < 0
            ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A link, with nothing in it that could end its address or its label early.</summary>
    public static string Link(string url, string label) =>
        $"<{Escape(url.Replace("|", "%7C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal))}|{Escape(label.ReplaceLineEndings(" "))}>";
}
