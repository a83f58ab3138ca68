namespace Bot.Briefings.Model;

/// <summary>One day's briefing as data. A fact that the document does not state is null or an empty list.</summary>
public sealed record Briefing
{
    /// <summary>
    /// The day the briefing covers: from the title, or else the front matter, a date line or the lead, or the file's name.
    /// </summary>
    public DateOnly? Date { get; init; }

    /// <summary>
    /// Name of the edition, from the word next to the date in title, front matter or file name (<c>evening</c>); empty if there is none.
    /// </summary>
    public string Edition { get; init; } = "";

    /// <summary>The front matter's note (excerpt, description or summary); null if there is none.</summary>
    public string? Note { get; init; }

    public BriefingLanguage Language { get; init; }

    /// <summary>Plain text of the first H1, or else of the heading or bold line that opens the document, or of the front matter.</summary>
    public string? Title { get; init; }

    /// <summary>Plain text of the whole first paragraph before the first section.</summary>
    public string? Lead { get; init; }

    public IReadOnlyList<Section> Sections { get; init; } = [];

    public IReadOnlyList<NewsItem> News { get; init; } = [];

    public IReadOnlyList<FundingRound> Funding { get; init; } = [];

    public IReadOnlyList<Outlook> Outlook { get; init; } = [];

    public IReadOnlyList<DeepDive> DeepDives { get; init; } = [];

    public IReadOnlyList<Insight> Insights { get; init; } = [];

    public IReadOnlyList<BriefingTable> Tables { get; init; } = [];

    public IReadOnlyList<Reference> References { get; init; } = [];

    public IReadOnlyList<InlineSource> InlineSources { get; init; } = [];

    /// <summary>Companies named in the document, in order, once per place (section and role).</summary>
    public IReadOnlyList<CompanyMention> Companies { get; init; } = [];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}
