using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Bodies;
using Bot.Posts.Corrections;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>Composes the post of one section: its heading with a count, its body by kind, the sources it cites.</summary>
internal sealed class SectionComposer(ComposeContext context, Briefing briefing, IReadOnlyDictionary<int, Reference> references)
{
    private readonly Texts _texts = Texts.In(context.Locale);

    /// <param name="identity">Identity of the section within its briefing.</param>
    /// <param name="blocks">The section's clean blocks; consumed.</param>
    public Message Compose(Section section, string identity, IReadOnlyList<Block> blocks)
    {
        var body = new MarkdownDocument { Heading(section) };
        if (CorrectionBlock.For(identity, context) is { } corrected)
        {
            body.Add(corrected);
        }

        foreach (var block in Nodes.Take(Body(section, blocks)))
        {
            body.Add(block);
        }

        CitationResolver.Resolve(body, references);
        if (section.Kind != SectionKind.References && SourcesLine.For(body, context.Locale) is { } sources)
        {
            body.Add(sources);
        }

        return new Message(body) { Locale = context.Locale, Section = section.Kind };
    }

    private RoleBlock Heading(Section section)
    {
        var count = SectionCount.Of(section, briefing, context.Locale);
        var heading = Invisible.Drop(section.Heading);
        return Nodes.Role(
            BlockRole.Headline,
            Nodes.Heading(3, Nodes.Text(count.Length == 0 ? heading : heading + _texts.NameSeparator + count))
        );
    }

    private IEnumerable<Block> Body(Section section, IReadOnlyList<Block> blocks) =>
        section.Kind switch
        {
            SectionKind.TechnologyNews or SectionKind.MarketingNews => new NewsBody(In(briefing.News, section)).Compose(blocks),
            SectionKind.Startups => new FundingBody(In(briefing.Funding, section), _texts).Compose(blocks),
            SectionKind.Outlook => new OutlookBody(In(briefing.Outlook, section), _texts).Compose(blocks),
            SectionKind.References => new ReferencesBody(briefing.References, context).Compose(blocks),
            _ => AuthorBlocks.Arrange(blocks),
        };

    private static List<T> In<T>(IEnumerable<T> entries, Section section)
        where T : Entry => [.. entries.Where(entry => entry.SectionOrder == section.Order)];
}
