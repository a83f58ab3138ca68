namespace Bot.Briefings.Reading;

/// <summary>
/// Words that the reader knows, by meaning. The bot's own are the JSON files in the folder Vocabulary; an admin's are added from
/// configuration (section <c>Vocabulary</c>). Width and case do not matter; a word that ends in * matches with any ending.
/// </summary>
public sealed class VocabularyOptions
{
    /// <summary>
    /// Section kind (schema name) → word of a heading → weight. The kind with the greatest sum wins; below 3 it is <c>other</c>.
    /// </summary>
    public Dictionary<string, Dictionary<string, double>> Sections { get; set; } = [];

    /// <summary>Role of a funding table's column → words of its header.</summary>
    public Dictionary<string, List<string>> Columns { get; set; } = [];

    /// <summary>Stage → its words in a cell.</summary>
    public Dictionary<string, List<string>> Stages { get; set; } = [];

    /// <summary>Stage → its words in running prose, for stages whose words have other meanings there. Absent: as in a cell.</summary>
    public Dictionary<string, List<string>> StageWordsInProse { get; set; } = [];

    /// <summary>Words before the letter of a series (Series B).</summary>
    public List<string> SeriesWords { get; set; } = [];

    /// <summary>Words after the letter of a series (Bラウンド).</summary>
    public List<string> SeriesSuffixes { get; set; } = [];

    /// <summary>Words that make a round an extension.</summary>
    public List<string> ExtensionWords { get; set; } = [];

    /// <summary>
    /// Words with which a sentence states a financing, by their role in it: verbs (<c>raise</c>, <c>give</c>, <c>buy</c>, <c>list</c>),
    /// what makes a statement <c>planned</c>, <c>denied</c> or a total (<c>aggregate</c>), particles (<c>topic</c>, <c>object</c>,
    /// <c>to</c>, …).
    /// </summary>
    public Dictionary<string, List<string>> Financing { get; set; } = [];

    /// <summary>Traditional Chinese characters → the simplified ones with which the Chinese words are written.</summary>
    public Dictionary<string, string> SimplifiedForms { get; set; } = [];

    /// <summary>Words before a company's name that describe it (配送基盤, startup).</summary>
    public List<string> CompanyCategories { get; set; } = [];

    /// <summary>Labels in an entry that name a column's role elsewhere but mean nothing here.</summary>
    public List<string> IgnoredLabels { get; set; } = [];

    /// <summary>Words that look like a name but are not.</summary>
    public List<string> NonNames { get; set; } = [];

    /// <summary>Words that end an organization's name.</summary>
    public List<string> OrganizationEndings { get; set; } = [];

    /// <summary>Prefixes of the word for a series that make it an earlier round (プレシリーズA).</summary>
    public List<string> PreSeries { get; set; } = [];

    /// <summary>Words in which a stage's word means something else (金融資産, 非上場).</summary>
    public List<string> StageTraps { get; set; } = [];

    /// <summary>Words that may be attached to a stage's word without changing its meaning (シードラウンド).</summary>
    public List<string> StageCompanions { get; set; } = [];

    /// <summary>
    /// Degree of an amount (<c>up-to</c>, <c>over</c>, <c>at-least</c>, <c>about</c>) → its words, which are also in the lists of
    /// approximations.
    /// </summary>
    public Dictionary<string, List<string>> Degrees { get; set; } = [];

    /// <summary>
    /// Japanese words before, after or from which investors are named; keys <c>before</c>, <c>after</c>, <c>from</c> and what must follow
    /// <c>from</c>: <c>received</c>.
    /// </summary>
    public Dictionary<string, List<string>> Investing { get; set; } = [];

    /// <summary>
    /// English words after or before which investors are named, and those that may stand between; keys <c>after</c>, <c>before</c>,
    /// <c>between</c>.
    /// </summary>
    public Dictionary<string, List<string>> InvestingEnglish { get; set; } = [];

    /// <summary>Particles after those who give an amount (が).</summary>
    public List<string> GivingParticles { get; set; } = [];

    /// <summary>Kana that may follow a name; any other means that a word continues.</summary>
    public List<string> AfterNames { get; set; } = [];

    /// <summary>Kana that end a particle or a verb, so that what precedes them did not start a name.</summary>
    public List<string> KanaEndings { get; set; } = [];

    /// <summary>Units and counters after a number that is not a name (億, 月, 円).</summary>
    public List<string> CountedUnits { get; set; } = [];

    /// <summary>ISO 4217 code → its signs and words.</summary>
    public Dictionary<string, List<string>> Currencies { get; set; } = [];

    /// <summary>Multiplier → its words.</summary>
    public Dictionary<string, List<string>> Units { get; set; } = [];

    /// <summary>Words between the ends of a range, or between an amount's old and new value (から, to).</summary>
    public List<string> RangeWords { get; set; } = [];

    /// <summary>Words that make a numeral indefinite (数億).</summary>
    public List<string> VagueNumerals { get; set; } = [];

    public List<string> ApproximateBefore { get; set; } = [];

    public List<string> ApproximateAfter { get; set; } = [];

    /// <summary>Words that say that an amount is undisclosed.</summary>
    public List<string> Undisclosed { get; set; } = [];

    /// <summary>Words next to an amount that make it a valuation.</summary>
    public List<string> ValuationWords { get; set; } = [];

    /// <summary>Words next to an amount that make it the amount of the round.</summary>
    public List<string> AmountWords { get; set; } = [];

    /// <summary>Words next to an amount that make it neither (totals to date, revenue, conversions).</summary>
    public List<string> IgnoredAmountWords { get; set; } = [];

    /// <summary>Words in the line above a table that name the unit of all its numbers (単位：百万ドル).</summary>
    public List<string> UnitCaptions { get; set; } = [];

    /// <summary>What authors write in a cell that has no content.</summary>
    public List<string> EmptyMarks { get; set; } = [];

    /// <summary>Notes next to an investor's name.</summary>
    public List<string> InvestorNotes { get; set; } = [];

    /// <summary>Phrases for "no investor is named".</summary>
    public List<string> NoInvestors { get; set; } = [];

    /// <summary>Words for unnamed investors.</summary>
    public List<string> AndOthers { get; set; } = [];

    /// <summary>Words before an investor's name that are not part of it.</summary>
    public List<string> InvestorPrefixes { get; set; } = [];

    /// <summary>Verbs that may follow a name in a cell (Xがリード, X participated).</summary>
    public List<string> InvestorEndings { get; set; } = [];

    /// <summary>First cells of rows with totals.</summary>
    public List<string> TotalRows { get; set; } = [];

    /// <summary>Capitalised words that do not name a company.</summary>
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

    /// <summary>Words that may precede a length of time at the start of a label (今後1年).</summary>
    public List<string> DurationOpenings { get; set; } = [];

    /// <summary>Words before a length of time at which the span ends (〜, within).</summary>
    public List<string> DurationUpTo { get; set; } = [];

    /// <summary>Words before a length of time at which the span starts (beyond, from).</summary>
    public List<string> DurationAfter { get; set; } = [];

    /// <summary>Number → words for it before a unit of time (数年, a few years).</summary>
    public Dictionary<string, List<string>> DurationNumbers { get; set; } = [];

    /// <summary>Words between the ends of a span (1年から3年, one to three years).</summary>
    public List<string> DurationConnectors { get; set; } = [];

    /// <summary>Words that leave the end of a span open (3年以降, and beyond).</summary>
    public List<string> DurationOnward { get; set; } = [];

    /// <summary>Words after a length of time that belong to it (2028年末まで, from now).</summary>
    public List<string> DurationTails { get; set; } = [];

    /// <summary>Words that join the parts of a section's heading (分析と展望).</summary>
    public List<string> Conjunctions { get; set; } = [];

    /// <summary>Words in a byline or disclaimer, which belongs to no section.</summary>
    public List<string> Bylines { get; set; } = [];

    /// <summary>Phrases that say that there is nothing to report today.</summary>
    public List<string> NothingToday { get; set; } = [];

    /// <summary>Words before a link that make it the source of the preceding text (出典:, via).</summary>
    public List<string> SourceLabels { get; set; } = [];

    /// <summary>Words next to a date that name an edition, by that edition's name (evening → 夕刊).</summary>
    public Dictionary<string, List<string>> Editions { get; set; } = [];
}
