using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Slack.Receiving;

/// <summary>Recovers what a person typed from the forms in which Slack delivers it.</summary>
internal static partial class SlackText
{
    /// <summary>No real question is longer; the rest is cut off.</summary>
    public const int Longest = 500;

    /// <summary>
    /// Turns <c>&lt;http://x.ai|x.ai&gt;</c>, <c>&lt;#C1|news&gt;</c> and <c>&lt;@U1|hanako&gt;</c> into what was typed, entities into
    /// characters (https://docs.slack.dev/messaging/formatting-message-text), and compatibility forms of characters into plain ones. Text
    /// without any of them is returned unchanged.
    /// </summary>
    public static string Plain(string text)
    {
        text = Cut(text);
        if (text.AsSpan().IndexOfAny('<', '&') >= 0)
        {
            text = Token()
                .Replace(text, token => token.Groups["label"] is { Length: > 0 } label ? label.Value : token.Groups["target"].Value)
                .Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal)
                .Replace("&amp;", "&", StringComparison.Ordinal);
        }

        return text.Normalize(NormalizationForm.FormKC).Trim();
    }

    /// <summary>The text after the mention of the bot; if nothing follows it, the text before it.</summary>
    /// <param name="bot">User id of the bot; if empty, the first mention counts.</param>
    public static string BehindMention(string text, string bot)
    {
        text = Cut(text);
        foreach (Match mention in Mention().Matches(text))
        {
            if (bot.Length == 0 || mention.Groups["user"].ValueSpan.SequenceEqual(bot))
            {
                var behind = text[(mention.Index + mention.Length)..];
                return Plain(string.IsNullOrWhiteSpace(behind) ? text[..mention.Index] : behind);
            }
        }

        return Plain(text);
    }

    private static string Cut(string text) =>
        text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];

    [GeneratedRegex(
        @"<(?<target>([@#!]|[a-z]+:)[^<>|]+)(\|(?<label>[^<>]*))?>",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();

    [GeneratedRegex(
        @"<@(?<user>[A-Z0-9]+)(\|[^<>]*)?>",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Mention();
}
