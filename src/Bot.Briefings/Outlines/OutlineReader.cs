using Bot.Briefings.Dates;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Syntax;

namespace Bot.Briefings.Outlines;

/// <summary>Finds a document's title, lead and sections, whatever the form and level of their headings.</summary>
internal sealed class OutlineReader(MarkdownDocument document, FrontMatter? front, ReadingContext context)
{
    private readonly List<HeadLine> _lines = [];

    public Outline Read()
    {
        new DocumentShape(document, context).Mend();
        _lines.AddRange(new HeadLines(context).In(document));
        var title = TitleLine();
        var heads = new SectionHeads(_lines, title, document).Find();
        foreach (var head in heads.Append(title).OfType<HeadLine>().Where(head => head.Bold?.Next is not null))
        {
            // Text directly below a bold line becomes a separate paragraph once the line is a heading.
            DocumentShape.SplitBefore((ParagraphBlock)head.Block, head.Bold!.Next!, document, document.IndexOf(head.Block));
        }

        var (opening, sections) = Divide(title, heads.ToDictionary(head => (Block)head.Block));
        var loose = new LooseEnds(context).TakeFrom(sections);
        return new Outline(
            title?.Text ?? FrontTitle(),
            title?.Block,
            [.. document.OfType<HeadingBlock>().Where(heading => heading.Level == 1).Skip(1)],
            opening
                .OfType<ParagraphBlock>()
                .Where(paragraph => !IsDateLine(paragraph))
                .Select(context.Plain)
                .FirstOrDefault(text => text.Length > 0),
            opening,
            sections,
            loose
        );
    }

    private string? FrontTitle() =>
        front?.Value("title") is { } title
            ? PlainText.Of(Markdig.Markdown.Parse(title, BriefingPipeline.Instance)) is { Length: > 0 } plain
                ? plain
                : null
            : null;

    /// <summary>The first H1, or else the heading or bold line that opens the document, unless it is the first section.</summary>
    private HeadLine? TitleLine()
    {
        var tops = _lines.Where(line => line.Level == 1).ToList();
        if (
            tops.Count > 0
            && !(tops.Count > 2 && tops[0] is { Named: not null, HasDate: false } && tops.Count(line => line.Named is not null) > 1)
        )
        {
            return tops[0];
        }

        var first = document.FirstOrDefault(block => !HeadLines.IsNothing(block));
        var opening = _lines.Find(line => line.Block == first);
        if (opening is null || tops.Count > 0)
        {
            return null;
        }

        if (opening.HasDate)
        {
            return opening;
        }

        var alone =
            opening.Level == HeadLine.BoldLevel
                ? _lines.Exists(line => line.Level < HeadLine.BoldLevel)
                    || !opening.HasMark
                    || _lines.Exists(line => line != opening && line.Named is not null)
                : _lines.Count(line => line.Level == opening.Level) == 1 && _lines.Count > 1;
        return opening.Named is null && alone && front?.Value("title") is null ? opening : null;
    }

    private (List<Block> Opening, List<OutlineSection> Sections) Divide(HeadLine? title, Dictionary<Block, HeadLine> heads)
    {
        var opening = new List<Block>();
        var sections = new List<OutlineSection>();
        foreach (var block in document)
        {
            if (heads.TryGetValue(block, out var head))
            {
                sections.Add(
                    new OutlineSection(head.Block, head.Text, sections.Count + 1, head.Kind ?? SectionKind.Other, [])
                    {
                        IsSilent = head.Kind is null,
                    }
                );
            }
            else if (block != title?.Block)
            {
                (sections.Count == 0 ? opening : sections[^1].Blocks).Add(block);
            }
        }

        return (opening, sections);
    }

    /// <summary>A line with just a date, which newsletters have below the title.</summary>
    private bool IsDateLine(ParagraphBlock paragraph)
    {
        const int Longest = 40;
        var text = context.Plain(paragraph);
        if (text.Length > Longest)
        {
            return false;
        }

        var folded = Folding.Fold(text);
        var date = DateScanner.FindAll(folded).FirstOrDefault(found => found is { Month: not null, Day: not null });
        return date.Day is not null && folded.Where((c, i) => (i < date.Start || i >= date.End) && char.IsLetterOrDigit(c)).Count() <= 9;
    }
}
