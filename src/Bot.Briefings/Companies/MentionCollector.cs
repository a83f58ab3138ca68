using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Companies;

/// <summary>
/// Collects the companies named in a document: those of rounds, their investors, subjects of headlines, and names in bold.
/// </summary>
internal sealed class MentionCollector
{
    private readonly ReadingContext _context;
    private readonly List<CompanyMention> _mentions = [];
    private readonly HashSet<(string Key, MentionRole Role, int Section)> _seen = [];
    private readonly HashSet<string> _known = [];
    private int _longestKnown;

    private MentionCollector(ReadingContext context) => _context = context;

    public static IReadOnlyList<CompanyMention> Collect(
        Briefing briefing,
        IReadOnlyList<Block> opening,
        IReadOnlyList<OutlineSection> sections,
        ReadingContext context
    )
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

        foreach (var mention in collector._mentions)
        {
            collector._known.Add(mention.Key);
            collector._longestKnown = Math.Max(collector._longestKnown, mention.Name.Length);
        }

        collector.Bold(opening, 0);
        foreach (var section in sections.Where(section => section.Kind is not (SectionKind.References or SectionKind.Outlook)))
        {
            collector.Bold(section.Blocks, section.Order);
        }

        return collector.InOrder();
    }

    /// <summary>By place; within one place in the order found.</summary>
    private CompanyMention[] InOrder()
    {
        var places = new (int Section, int Line, int Column, int Found)[_mentions.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var mention = _mentions[i];
            places[i] = (mention.SectionOrder, mention.Position.Line, mention.Position.Column, i);
        }

        var mentions = _mentions.ToArray();
        Array.Sort(places, mentions);
        return mentions;
    }

    private void Add(string name, MentionRole role, int section, TextPosition position)
    {
        var key = CompanyName.Key(name);
        if (key.Length > 0 && _seen.Add((key, role, section)))
        {
            _mentions.Add(new CompanyMention(name, key, role, section, position));
        }
    }

    /// <summary>Bold names in paragraphs; of a table's cells only those in the company column.</summary>
    private void Bold(IReadOnlyList<Block> blocks, int section)
    {
        foreach (var block in blocks)
        {
            Bold(block, section);
        }
    }

    private void Bold(Block block, int section)
    {
        if (block is ParagraphBlock { Inline: { } inlines })
        {
            Bold(inlines, section);
        }
        else if (block is ContainerBlock container and not Table)
        {
            for (var i = 0; i < container.Count; i++)
            {
                Bold(container[i], section);
            }
        }
    }

    private void Bold(ContainerInline inlines, int section)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LiteralInline)
            {
                continue;
            }

            if (inline is EmphasisInline { DelimiterCount: >= 2 } bold)
            {
                var name = CompanyNames.Strip(_context.Plain(bold));
                if (
                    CompanyNames.IsName(name, _context.Vocabulary)
                    || (name.Length <= _longestKnown && _known.Contains(CompanyName.Key(name)))
                )
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
