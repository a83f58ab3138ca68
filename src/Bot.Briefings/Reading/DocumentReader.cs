using Bot.Briefings.Companies;
using Bot.Briefings.Dates;
using Bot.Briefings.Entries;
using Bot.Briefings.Funding;
using Bot.Briefings.Inspection;
using Bot.Briefings.Model;
using Bot.Briefings.News;
using Bot.Briefings.Outlines;
using Bot.Briefings.Outlooks;
using Bot.Briefings.References;
using Bot.Briefings.Sections;
using Markdig.Syntax;

namespace Bot.Briefings.Reading;

/// <summary>One reading of one document: its outline, each section's entries, each entry's facts, the warnings.</summary>
internal sealed class DocumentReader(
    ReadingContext context,
    MarkdownDocument document,
    SourceText source,
    string? fileName,
    DateOnly? day,
    FundingReader rounds
)
{
    private readonly List<BriefingTable> _tables = [];
    private readonly List<NewsItem> _news = [];
    private readonly List<FundingRound> _funding = [];
    private readonly List<Outlook> _outlook = [];
    private readonly List<DeepDive> _dives = [];
    private readonly List<Insight> _insights = [];
    private readonly List<Reference> _references = [];

    public BriefingReading Read()
    {
        var front = source.FrontMatter;
        var outline = new OutlineReader(document, front, context).Read();
        var written = new BriefingDate(context).Find(outline, front, out var fromTitle);
        var date = day ?? written ?? (fileName is null ? null : BriefingFileName.Date(fileName));
        outline = WithEntries(outline, date);
        var inspector = new Inspector(context);
        inspector.Inspect(outline.Opening, isReferences: false);
        var sections = outline.Sections.Select(section => Section(section, inspector, date)).ToList();
        inspector.Inspect(outline.Loose, isReferences: true);
        if (outline.Loose.Any(LooseEnds.IsNotes))
        {
            _references.AddRange(new ReferenceReader(context).Read(outline.Loose.Where(LooseEnds.IsNotes)));
        }

        var briefing = new Briefing
        {
            Date = date,
            Edition = BriefingEdition.Of(outline.Title, front, fileName, context.Vocabulary),
            Note = front?.Value("excerpt", "description", "summary", "note"),
            Language = LanguageOf.Outline(outline, context),
            Title = outline.Title,
            Lead = outline.Lead,
            Sections = sections,
            News = _news,
            Funding = _funding,
            Outlook = _outlook,
            DeepDives = _dives,
            Insights = _insights,
            Tables = _tables,
            References = _references,
            InlineSources = InlineSourceReader.Read(outline, _references, context),
        };
        new OutlineChecks(context).Report(outline, briefing, fromTitle);
        ReferenceChecks.Report(inspector.Citations, _funding, _references, context.Map.At(context.Source.Length), context);
        InvisibleCharacters.Report(document, context);
        return new BriefingReading(
            briefing with
            {
                Companies = MentionCollector.Collect(briefing, outline.Opening, outline.Sections, context),
                Warnings = [.. context.Warnings.OrderBy(warning => warning.Position.Line).ThenBy(warning => warning.Position.Column)],
            },
            document,
            [.. outline.Sections.Select(IReadOnlyList<Block> (section) => section.Blocks)],
            outline.Opening,
            outline.Loose,
            source.Original
        );
    }

    private Outline WithEntries(Outline outline, DateOnly? date)
    {
        var labels = new LabelCensus(outline.Sections);
        var reader = new EntryReader(context, labels);
        return outline with
        {
            Sections =
            [
                .. outline
                    .Sections.Select(section =>
                        section.IsSilent ? section with { Kind = SectionContent.Guess(section, labels, context) } : section
                    )
                    .Select(section => section with { Entries = reader.Read(section, date?.Year) }),
            ],
        };
    }

    private Section Section(OutlineSection section, Inspector inspector, DateOnly? date)
    {
        inspector.Inspect(section.Heading, isReferences: false);
        inspector.Inspect(section.Blocks, section.Kind == SectionKind.References);
        var tables = TableView.In(section.Blocks).Select(table => TableView.Of(table, context)).ToList();
        _tables.AddRange(tables.Select(table => table.ToModel(section, context)));
        var funded = Add(
            _funding,
            rounds.Read(section.Kind, section.Order, section.Entries, new TableCaptions(section, tables, context).Of, Unparsed)
        );
        var count = section.Kind switch
        {
            SectionKind.TechnologyNews or SectionKind.MarketingNews => Add(_news, NewsReader.Read(section, context)),
            SectionKind.Startups => funded,
            SectionKind.FutureTech => Add(_dives, DeepDiveReader.Read(section)),
            SectionKind.Outlook => Add(_outlook, OutlookReader.Read(section, context, date)),
            SectionKind.References => Add(_references, new ReferenceReader(context).Read(section.Blocks)),
            _ => ItemCounter.Count(section, tables.Sum(table => table.Rows.Count), context),
        };
        if (section.Kind == SectionKind.Insights)
        {
            _insights.AddRange(InsightReader.Read(section));
        }

        return new Section(section.Kind, section.Text, section.Order, count, context.Position(section.Heading));
    }

    private void Unparsed(OutlineEntry row, string detail) =>
        context.Warnings.Add(new Warning(WarningCodes.UnparsedAmount, detail, row.Position));

    private static int Add<T>(List<T> all, IEnumerable<T> entries)
    {
        var before = all.Count;
        all.AddRange(entries);
        return all.Count - before;
    }
}
