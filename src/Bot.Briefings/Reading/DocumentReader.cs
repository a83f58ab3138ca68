using Bot.Briefings.Companies;
using Bot.Briefings.Dates;
using Bot.Briefings.Funding;
using Bot.Briefings.Inspection;
using Bot.Briefings.Model;
using Bot.Briefings.News;
using Bot.Briefings.Outlooks;
using Bot.Briefings.References;
using Bot.Briefings.Sections;
using Markdig.Syntax;

namespace Bot.Briefings.Reading;

/// <summary>One reading of one document: cuts it into sections, gives each to the reader of its kind, collects the warnings.</summary>
internal sealed class DocumentReader(ReadingContext context, MarkdownDocument document)
{
    private readonly List<SectionBlocks> _sections = [];
    private readonly List<HeadingBlock> _titles = [];
    private readonly List<Block> _opening = [];
    private readonly List<BriefingTable> _tables = [];
    private readonly List<NewsItem> _news = [];
    private readonly List<FundingRound> _funding = [];
    private readonly List<Outlook> _outlook = [];
    private readonly List<DeepDive> _dives = [];
    private readonly List<Reference> _references = [];

    public BriefingReading Read()
    {
        Divide();
        var title = _titles.Count > 0 ? context.Plain(_titles[0]) : null;
        var lead = _opening.OfType<ParagraphBlock>().Select(context.Plain).FirstOrDefault(text => text.Length > 0);
        var date = BriefingDate.Find(title, document, lead, out var fromTitle);
        var inspector = new Inspector(context);
        inspector.Inspect(_opening, isReferences: false);
        var sections = _sections.ConvertAll(section => Section(section, inspector, date?.Year));
        var briefing = new Briefing
        {
            Date = date,
            Language = Language(lead),
            Title = title,
            Lead = lead,
            Sections = sections,
            News = _news,
            Funding = _funding,
            Outlook = _outlook,
            DeepDives = _dives,
            Tables = _tables,
            References = _references,
        };
        Report(briefing, inspector, fromTitle);
        return new BriefingReading(
            briefing with
            {
                Companies = MentionCollector.Collect(briefing, _opening, _sections, context),
                Warnings = [.. context.Warnings.OrderBy(warning => warning.Position.Line).ThenBy(warning => warning.Position.Column)],
            },
            document,
            _sections.ConvertAll(IReadOnlyList<Block> (section) => section.Blocks),
            context.Source);
    }

    private void Divide()
    {
        SectionBlocks? current = null;
        var silent = new List<int>();
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: 1 } title)
            {
                _titles.Add(title);
                current = null;
                _opening.Add(block);
            }
            else if (block is HeadingBlock { Level: 2 } heading)
            {
                var text = context.Plain(heading);
                var kind = SectionClassifier.Classify(text, context.Vocabulary);
                if (kind is null)
                {
                    silent.Add(_sections.Count);
                }

                current = new SectionBlocks(heading, text, _sections.Count + 1, kind ?? SectionKind.Other, []);
                _sections.Add(current);
            }
            else if (current is not null)
            {
                current.Blocks.Add(block);
            }
            else
            {
                _opening.Add(block);
            }
        }

        foreach (var i in silent)
        {
            _sections[i] = _sections[i] with { Kind = SectionContent.Guess(_sections[i], context) };
        }
    }

    private Section Section(SectionBlocks section, Inspector inspector, int? year)
    {
        inspector.Inspect(section.Heading, isReferences: false);
        inspector.Inspect(section.Blocks, section.Kind == SectionKind.References);
        var tables = TableView.In(section.Blocks).Select(table => TableView.Of(table, context)).ToList();
        _tables.AddRange(tables.Select(table => table.ToModel(section, context)));
        var count = section.Kind switch
        {
            SectionKind.TechnologyNews or SectionKind.MarketingNews => Add(_news, NewsReader.Read(section, context)),
            SectionKind.Startups => Add(_funding, FundingReader.Read(section, tables, context)),
            SectionKind.FutureTech => Add(_dives, DeepDiveReader.Read(section, context)),
            SectionKind.Outlook => Add(_outlook, OutlookReader.Read(section, context, year)),
            SectionKind.References => Add(_references, new ReferenceReader(context).Read(section)),
            _ => ItemCounter.Count(section, tables.Sum(table => table.Rows.Count), context),
        };
        return new Section(section.Kind, section.Text, section.Order, count, context.Position(section.Heading));
    }

    private static int Add<T>(List<T> all, IEnumerable<T> entries)
    {
        var before = all.Count;
        all.AddRange(entries);
        return all.Count - before;
    }

    private BriefingLanguage Language(string? lead)
    {
        var detector = new LanguageDetector();
        foreach (var section in _sections.Where(section => section.Kind != SectionKind.References && section.Blocks.Count > 0))
        {
            var end = section.Blocks[^1].Span.End;
            var start = section.Blocks[0].Span.Start;
            detector.Add(context.Source.AsSpan(start, Math.Clamp(end + 1 - start, 0, context.Source.Length - start)));
        }

        if (detector.IsUndecided)
        {
            detector.Add(lead ?? "");
        }

        if (detector.IsUndecided)
        {
            detector.Add(context.Source);
        }

        return detector.Language;
    }

    private void Report(Briefing briefing, Inspector inspector, bool dateFromTitle)
    {
        var warnings = context.Warnings;
        var top = new TextPosition(1, 1);
        if (_titles.Count == 0)
        {
            warnings.Add(new Warning(WarningCodes.MissingTitle, "", top));
        }

        foreach (var title in _titles.Skip(1))
        {
            context.Warn(WarningCodes.MultipleTitles, context.Plain(title), title.Span.Start);
        }

        if (briefing.Date is { } date && !dateFromTitle)
        {
            warnings.Add(new Warning(WarningCodes.DateNotInTitle, date.ToString("O", System.Globalization.CultureInfo.InvariantCulture), _titles.Count > 0 ? context.Position(_titles[0]) : top));
        }

        var end = context.Map.At(context.Source.Length);
        if (!_sections.Exists(section => section.Kind == SectionKind.References))
        {
            warnings.Add(new Warning(WarningCodes.MissingReferences, "", end));
        }

        foreach (var section in _sections)
        {
            if (section.Kind == SectionKind.Other)
            {
                context.Warn(WarningCodes.UnknownSection, section.Text, section.Heading.Span.Start);
            }

            if (section.Blocks.TrueForAll(SectionContent.IsNothing))
            {
                context.Warn(WarningCodes.EmptySection, section.Text, section.Heading.Span.Start);
            }
        }

        ReferenceChecks.Report(inspector.Citations, _funding, _references, end, context);
        InvisibleCharacters.Report(document, context);
    }
}
