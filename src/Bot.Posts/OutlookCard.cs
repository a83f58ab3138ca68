using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>Lays out one horizon of an outlook: the label small, the full text, the months it spans small.</summary>
public static class OutlookCard
{
    /// <param name="label">As written: 短期（〜1年）; null if the text or the answer's first line already has it.</param>
    /// <param name="body">The author's clean text after the label.</param>
    public static RoleBlock Compose(string? label, IEnumerable<Block> body, Outlook outlook, Locale locale)
    {
        var card = new RoleBlock(BlockRole.Card);
        if (label is { Length: > 0 })
        {
            card.Add(Nodes.Small(label));
        }

        foreach (var block in body)
        {
            card.Add(block);
        }

        if (HorizonMonths.Of(outlook, locale) is { } months)
        {
            card.Add(Nodes.Small(months));
        }

        return card;
    }
}
