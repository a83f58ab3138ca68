namespace Bot.Briefings.Reading;

/// <summary>
/// Words that the reader knows, by what they stand for. The bot's own are the JSON files in the folder Vocabulary; an admin's
/// are added to them from configuration (section <c>Vocabulary</c>). Width and case do not matter; a word ending in * matches
/// with any ending.
/// </summary>
public sealed class VocabularyOptions
{
    /// <summary>Section kind (schema name) → word of a heading → weight. The kind with the greatest sum wins; below 3 it is <c>other</c>.</summary>
    public Dictionary<string, Dictionary<string, double>> Sections { get; set; } = [];

    /// <summary>Role of a funding table's column → words of its header.</summary>
    public Dictionary<string, List<string>> Columns { get; set; } = [];

    /// <summary>Stage → its words in a cell.</summary>
    public Dictionary<string, List<string>> Stages { get; set; } = [];

    /// <summary>Stage → its words in running prose, for stages whose words mean other things there. Absent: as in a cell.</summary>
    public Dictionary<string, List<string>> StageWordsInProse { get; set; } = [];

    /// <summary>Words before the letter of a series (Series B).</summary>
    public List<string> SeriesWords { get; set; } = [];

    /// <summary>Words after the letter of a series (Bラウンド).</summary>
    public List<string> SeriesSuffixes { get; set; } = [];

    /// <summary>Words that make a round an extension.</summary>
    public List<string> ExtensionWords { get; set; } = [];

    /// <summary>Words with which a list item states a financing.</summary>
    public List<string> FinancingWords { get; set; } = [];

    /// <summary>Words with which it states that there was none.</summary>
    public List<string> NoFinancingWords { get; set; } = [];

    /// <summary>Japanese words before, after or from which investors are named; keys <c>before</c>, <c>after</c>, <c>from</c> and what must follow <c>from</c>: <c>received</c>.</summary>
    public Dictionary<string, List<string>> Investing { get; set; } = [];

    /// <summary>English words after or before which investors are named; keys <c>after</c>, <c>before</c>.</summary>
    public Dictionary<string, List<string>> InvestingEnglish { get; set; } = [];

    /// <summary>ISO 4217 code → its signs and words.</summary>
    public Dictionary<string, List<string>> Currencies { get; set; } = [];

    /// <summary>Multiplier → its words.</summary>
    public Dictionary<string, List<string>> Units { get; set; } = [];

    public List<string> ApproximateBefore { get; set; } = [];

    public List<string> ApproximateAfter { get; set; } = [];

    /// <summary>Words that say an amount is not made public.</summary>
    public List<string> Undisclosed { get; set; } = [];

    /// <summary>Words beside an amount that make it a valuation.</summary>
    public List<string> ValuationWords { get; set; } = [];

    /// <summary>Words beside an amount that make it the amount of the round.</summary>
    public List<string> AmountWords { get; set; } = [];

    /// <summary>Words beside an amount that make it neither (totals to date, revenue, conversions).</summary>
    public List<string> IgnoredAmountWords { get; set; } = [];

    /// <summary>Words that name the unit of all numbers of a table in the line above it (単位：百万ドル).</summary>
    public List<string> UnitCaptions { get; set; } = [];

    /// <summary>What an author writes into a cell that has nothing to say.</summary>
    public List<string> EmptyMarks { get; set; } = [];

    /// <summary>Notes beside an investor's name.</summary>
    public List<string> InvestorNotes { get; set; } = [];

    /// <summary>What stands for "no investor is named".</summary>
    public List<string> NoInvestors { get; set; } = [];

    /// <summary>Words for investors that are not named.</summary>
    public List<string> AndOthers { get; set; } = [];

    /// <summary>Words before an investor's name that are not part of it.</summary>
    public List<string> InvestorPrefixes { get; set; } = [];

    /// <summary>Verbs that may end a cell's name (Xがリード, X participated).</summary>
    public List<string> InvestorEndings { get; set; } = [];

    /// <summary>First cells of rows that add up others.</summary>
    public List<string> TotalRows { get; set; } = [];

    /// <summary>Capitalised words that name no company.</summary>
    public List<string> GenericNames { get; set; } = [];

    /// <summary>Labels inside a reference (URL:, 発行元:).</summary>
    public List<string> ReferenceLabels { get; set; } = [];

    /// <summary>Role of a column in a table of references → words of its header.</summary>
    public Dictionary<string, List<string>> ReferenceColumns { get; set; } = [];

    /// <summary>Horizon → its labels.</summary>
    public Dictionary<string, List<string>> Horizons { get; set; } = [];

    /// <summary>Words that may follow a horizon's label (短期的には).</summary>
    public List<string> HorizonTails { get; set; } = [];

    /// <summary>Length in years → words.</summary>
    public Dictionary<string, List<string>> DurationUnits { get; set; } = [];

    /// <summary>Words that may come before a length of time at the start of a label (今後1年).</summary>
    public List<string> DurationOpenings { get; set; } = [];
}
