using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Slack.Receiving;

/// <summary>What a person typed, out of the forms in which Slack hands it on.</summary>
internal static partial class SlackText
{
    /// <summary>Nobody asks more; what is longer is cut.</summary>
    public const int Longest = 500;

    /// <summary>
    /// <c>&lt;http://x.ai|x.ai&gt;</c>, <c>&lt;#C1|news&gt;</c>, <c>&lt;@U1|hanako&gt;</c> as what was typed, entities as characters
    /// (https://docs.slack.dev/messaging/formatting-message-text), compatibility forms of characters as the plain ones. Text
    /// without any of them is given back as it is.
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

    /// <summary>What stands behind the mention of the bot; before it, when nothing does.</summary>
    /// <param name="bot">User id of the bot; empty: the first mention is taken for it.</param>
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
