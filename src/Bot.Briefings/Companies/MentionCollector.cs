using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Companies;

/// <summary>Collects the companies a document names: those of rounds, their investors, subjects of headlines, and names in bold.</summary>
internal sealed class MentionCollector
{
    private readonly ReadingContext _context;
    private readonly List<CompanyMention> _mentions = [];
    private readonly HashSet<(string Key, MentionRole Role, int Section)> _seen = [];
    private readonly HashSet<string> _known = [];

    private MentionCollector(ReadingContext context) => _context = context;

    public static IReadOnlyList<CompanyMention> Collect(Briefing briefing, List<Block> opening, List<SectionBlocks> sections, ReadingContext context)
    {
        var collector = new MentionCollector(context);
        foreach (var round in briefing.Funding)
        {
            collector.Add(round.Company, MentionRole.Funded, round.SectionOrder, round.Position);
            foreach (var investor in round.Investors)
            {
                collector.Add(investor, MentionRole.Investor, round.SectionOrder, round.Position);
            }
        }

        foreach (var item in briefing.News)
        {
            foreach (var company in item.Companies)
            {
                collector.Add(company, MentionRole.Headline, item.SectionOrder, item.Position);
            }
        }

        collector._known.UnionWith(collector._mentions.Select(mention => mention.Key));
        collector.Bold(opening, 0);
        foreach (var section in sections.Where(section => section.Kind is not (SectionKind.References or SectionKind.Outlook)))
        {
            collector.Bold(section.Blocks, section.Order);
        }

        return [.. collector._mentions.OrderBy(mention => mention.SectionOrder).ThenBy(mention => mention.Position.Line).ThenBy(mention => mention.Position.Column)];
    }

    private void Add(string name, MentionRole role, int section, TextPosition position)
    {
        var key = CompanyName.Key(name);
        if (key.Length > 0 && _seen.Add((key, role, section)))
        {
            _mentions.Add(new CompanyMention(name, key, role, section, position));
        }
    }

    /// <summary>Bold text of paragraphs that is a name; of a table's cells only the company column speaks of companies.</summary>
    private void Bold(IEnumerable<Block> blocks, int section)
    {
        foreach (var block in blocks)
        {
            if (block is ParagraphBlock { Inline: { } inlines })
            {
                Bold(inlines, section);
            }
            else if (block is ContainerBlock container and not Table)
            {
                Bold((IEnumerable<Block>)container, section);
            }
        }
    }

    private void Bold(ContainerInline inlines, int section)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is EmphasisInline { DelimiterCount: >= 2 } bold)
            {
                var name = CompanyNames.Strip(_context.Plain(bold));
                if (CompanyNames.IsName(name, _context.Vocabulary) || _known.Contains(CompanyName.Key(name)))
                {
                    Add(name, MentionRole.Text, section, _context.Position(bold));
                }
            }
            else if (inline is ContainerInline container)
            {
                Bold(container, section);
            }
        }
    }
}
