using System.Text;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Slack.Api;
using Bot.Slack.Rendering.BlockKit;

namespace Bot.Slack.Rendering;

/// <summary>
/// A message's top-level <c>text</c>: notifications show it and screen readers read it instead of the blocks
/// (https://docs.slack.dev/reference/methods/chat.postMessage), so it has the content, without links.
/// </summary>
internal static class FallbackText
{
    /// <param name="root">
    /// For a root, the language of its frame: headline, small line, corrections, deck and contents; the rest of the lead is left to the
    /// blocks.
    /// </param>
    /// <param name="isCorrected">For a root: there are corrections between its headline and its small line.</param>
    public static string Of(IReadOnlyList<SlackBlock> blocks, Texts? root, bool isCorrected = false)
    {
        var words = new StringBuilder();
        var at = 0;
        var small = isCorrected ? 2 : 1;
        if (
            root is not null
            && blocks.Count > small
            && blocks[0] is HeaderBlock header
            && blocks[small] is ContextBlock { Elements: var facts }
        )
        {
            words.Append(header.Text).Append(root["ListOpen"]).Append(facts[0].Words).Append(root["ListClose"]);
            var corrections = isCorrected && blocks[1] is ContextBlock { Elements: var told } ? told : [];
            foreach (var line in facts.Skip(1).Concat(corrections))
            {
                words.Append('\n').Append(line.Words);
            }

            at = small + 1;
        }

        for (; at < blocks.Count; at++)
        {
            if (root is not null && blocks[at] is ContextBlock)
            {
                continue;
            }

            var length = words.Length;
            words.Append(length == 0 ? "" : "\n");
            var start = words.Length;
            blocks[at].AppendWords(words);
            if (words.Length == start)
            {
                words.Length = length;
            }
        }

        return Bounded(words.ToString());
    }

    private static string Bounded(string words)
    {
        var text = Mrkdwn.Escape(words);
        for (var most = SlackLimits.FallbackText; text.Length > SlackLimits.FallbackText; most -= text.Length - SlackLimits.FallbackText)
        {
            text = Mrkdwn.Escape(Graphemes.Cut(words, most));
        }

        // Slack refuses a message without text.
        return text.AsSpan().Trim().Length > 0 ? text : "…";
    }
}
