using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Trees;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Funding;

/// <summary>The investors of a round as Japanese messages show them: separated by ・, with notes such as （リード） kept.</summary>
internal static class InvestorWords
{
    /// <summary>
    /// The inlines of the cell. Only a plain list of exactly the round's investors is reformatted; anything else,
    /// including a firm with a comma in its name, stays as written.
    /// </summary>
    public static List<Inline> Of(ContainerInline content, FundingRound round, Texts texts)
    {
        if (texts.Locale != Locale.Japanese || content.Any(inline => inline is not (LiteralInline or LineBreakInline)))
        {
            return Nodes.Take(content);
        }

        var names = Parts(FlatText.Of(content)).ToList();
        return names.Count > 1 && names.Count == round.Investors.Count
            ? [Nodes.Text(string.Join(texts.Separator, names))]
            : Nodes.Take(content);
    }

    private static IEnumerable<string> Parts(string cell)
    {
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= cell.Length; at++)
        {
            if (at < cell.Length)
            {
                depth +=
                    cell[at] is '(' or '（' ? 1
                    : cell[at] is ')' or '）' ? -1
                    : 0;
                if (depth > 0 || cell[at] is not (',' or '、' or '，' or ';' or '；' or '\n'))
                {
                    continue;
                }
            }

            if (FlatText.Collapse(cell[start..at]) is { Length: > 0 } name)
            {
                yield return name;
            }

            start = at + 1;
        }
    }
}
