using Bot.Briefings;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>
/// Turns a briefing into the messages of its thread, once for all platforms, following messages.md. Pure: the same
/// reading and context give the same messages. The author's nodes are moved into the messages, never reparsed.
/// </summary>
public static class PostComposer
{
    /// <param name="reading">Its tree is consumed.</param>
    public static ComposedThread Compose(BriefingReading reading, ComposeContext context)
    {
        var briefing = reading.Briefing;
        var sections = reading.Sections.Select(blocks => WithoutOuterRules(Sanitizer.Clean(blocks))).ToList();
        var preface = Words(reading.Preface);
        if (Words(reading.Loose) is { Count: > 0 } loose)
        {
            // Blocks that belong to no section are appended to the last one.
            (sections is [.., var last] ? last : preface).AddRange(loose);
        }

        var references = CitationResolver.ByNumber(briefing.References);
        CitationResolver.Resolve(preface, references);

        var root = new RootComposer(context, briefing).Compose(preface, sections);
        var composer = new SectionComposer(context, briefing, references);
        var identities = SectionIdentity.Of(briefing.Sections);
        return new ComposedThread(
            root,
            [
                .. briefing
                    .Sections.Select((section, at) => (section, blocks: sections[at], identity: identities[at]))
                    .Where(part => context.Includes(part.section.Kind))
                    .Select(part => new ComposedSection(
                        part.identity,
                        part.section.Kind,
                        composer.Compose(part.section, part.identity, part.blocks)
                    )),
            ]
        );
    }

    private static List<Block> Words(IEnumerable<Block> blocks) => Sanitizer.Clean(blocks.Where(block => block is not ThematicBreakBlock));

    private static List<Block> WithoutOuterRules(List<Block> blocks)
    {
        blocks.RemoveRange(0, blocks.TakeWhile(block => block is ThematicBreakBlock).Count());
        while (blocks is [.., ThematicBreakBlock])
        {
            blocks.RemoveAt(blocks.Count - 1);
        }

        return blocks;
    }
}
