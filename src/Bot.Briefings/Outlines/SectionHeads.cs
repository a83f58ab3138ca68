using Bot.Briefings.Model;
using Markdig.Syntax;

namespace Bot.Briefings.Outlines;

/// <summary>Chooses the head lines that are section headings.</summary>
internal sealed class SectionHeads(List<HeadLine> lines, HeadLine? title, MarkdownDocument document)
{
    /// <summary>A bold line that names references is short.</summary>
    private const int LongestBold = 40;

    public IReadOnlyList<HeadLine> Find()
    {
        var from = title is null ? 0 : lines.IndexOf(title) + 1;
        var after = lines.Skip(from).ToList();
        var references = after
            .Where(line =>
                (line.Level < HeadLine.BoldLevel || line.Text.Length <= LongestBold) && line.NamesReferences && MayBeReferences(line, after)
            )
            .ToHashSet();
        var others = after.Where(line => !references.Contains(line)).ToList();
        var level = Level(others);
        var named = new Lazy<HashSet<SectionKind>>(() =>
            others.Where(line => line.Level == level).Select(line => line.Named).OfType<SectionKind>().ToHashSet()
        );
        return
        [
            .. after.Where(line =>
                references.Contains(line)
                || (line.Level == level && (level < HeadLine.BoldLevel || IsBoldSection(line, others)))
                || IsStray(line, level, named)
            ),
        ];
    }

    /// <summary>The highest level with at least two members or one that names a kind; bold lines rank last.</summary>
    private static int Level(List<HeadLine> lines)
    {
        for (var level = 1; level < HeadLine.BoldLevel; level++)
        {
            var members = lines.Where(line => line.Level == level).ToList();
            if (
                members.Count == 0
                || (members.Count < 2 && (members[0].HasDate || (level == 1 ? members[0].Named : members[0].Kind) is null))
            )
            {
                continue;
            }

            // Bold lines that name several kinds are the sections even if the entries below them are headings.
            var bold = lines
                .Where(line => line.Level == HeadLine.BoldLevel && (line.IsSetOff || line.HasMark) && line.Named is not null)
                .ToList();
            return
                members.TrueForAll(line => line.Named is null) && bold.Count > 1 && bold[0].Block.Span.Start < members[0].Block.Span.Start
                ? HeadLine.BoldLevel
                : level;
        }

        return HeadLine.BoldLevel;
    }

    /// <summary>A bold line is a section heading if it is set off by a rule, the document's start or the name of a kind.</summary>
    private static bool IsBoldSection(HeadLine line, List<HeadLine> lines)
    {
        if (line.IsSetOff && (line.IsAlone || line.Named is not null))
        {
            return true;
        }

        if (line.Named is null || !line.IsAlone)
        {
            return false;
        }

        // If rules or emoji set the sections off, an entry about 「AIモデル開発」 is not a section.
        var setOff = lines.FindAll(other => other is { Level: HeadLine.BoldLevel, IsSetOff: true });
        var marked = (setOff.Count > 1 ? setOff : lines).Exists(other =>
            other is { Level: HeadLine.BoldLevel, HasMark: true, Named: not null }
        );
        return marked ? line.HasMark : setOff.Count < 2;
    }

    /// <summary>A heading one level too low: set off by a rule, it names a kind that no section has yet.</summary>
    private static bool IsStray(HeadLine line, int level, Lazy<HashSet<SectionKind>> named) =>
        line.Level > level
        && (line.Level < HeadLine.BoldLevel || line.HasMark)
        && line is { IsSetOff: true, Named: { } kind }
        && kind != SectionKind.Other
        && !named.Value.Contains(kind);

    /// <summary>A heading that names references starts a new section; a bold line only once, with sources below it.</summary>
    private bool MayBeReferences(HeadLine line, List<HeadLine> all)
    {
        if (line.Level < HeadLine.BoldLevel)
        {
            return true;
        }

        if (all.Count(other => other.Text == line.Text) > 1)
        {
            return false;
        }

        var next = line.IsAlone ? document.Skip(document.IndexOf(line.Block) + 1).FirstOrDefault() : line.Block;
        return line.IsSetOff || next is ParagraphBlock or ListBlock or LinkReferenceDefinitionGroup or Markdig.Extensions.Tables.Table;
    }
}
