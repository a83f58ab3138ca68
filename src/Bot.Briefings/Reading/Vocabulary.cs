using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Bot.Briefings.Model;
using Bot.Briefings.Outlooks;
using Bot.Briefings.Text;

namespace Bot.Briefings.Reading;

/// <summary>The words the reader knows, prepared for look-up. Immutable and thread-safe.</summary>
public sealed class Vocabulary
{
    private const decimal LeastLoneUnit = 100_000_000m;

    private static readonly Lazy<Vocabulary> Embedded = new(() => new Vocabulary(Load()));

    private readonly VocabularyOptions _options;

    /// <summary>Changes with any word: 16 hexadecimal digits.</summary>
    public string Hash =>
        field ??= Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(_options, VocabularyJson.Default.VocabularyOptions)).AsSpan(0, 8)
        );

    private Vocabulary(VocabularyOptions options)
    {
        _options = options;
        Sections = Headings(options.Sections);
        ReferenceHeadings = Words([.. options.Sections.GetValueOrDefault(SectionKindName.Of(SectionKind.References), []).Keys]);
        Columns = Words(options.Columns, name => Enum.Parse<FieldRole>(name, ignoreCase: true));
        Stages = Words(options.Stages, name => name);
        StageNames = [.. options.Stages.SelectMany(pair => pair.Value.Prepend(pair.Key)).Select(Folding.Fold)];
        StagesInProse = Words(
            options.Stages.ToDictionary(stage => stage.Key, stage => options.StageWordsInProse.GetValueOrDefault(stage.Key, stage.Value)),
            name => name
        );
        SeriesWords = Words(options.SeriesWords);
        SeriesSuffixes = Words(options.SeriesSuffixes);
        ExtensionWords = Words(options.ExtensionWords);
        SimplifiedForms = options
            .SimplifiedForms.Where(pair => pair is { Key.Length: 1, Value.Length: 1 })
            .ToFrozenDictionary(pair => pair.Key[0], pair => pair.Value[0]);
        Financing = new Funding.FinancingWords(options.Financing);
        CompanyCategories = Words(options.CompanyCategories);
        IgnoredLabels = Words(options.IgnoredLabels);
        NonNames = Words(options.NonNames);
        OrganizationEndings = Words(options.OrganizationEndings);
        CommonWords = Words([
            .. options.NonNames,
            .. options.GenericNames,
            .. options.CompanyCategories,
            .. options.NoInvestors,
            .. options.Financing.GetValueOrDefault("same", []),
            .. options.Currencies.Values.SelectMany(words => words),
        ]);
        PreSeries = Words(options.PreSeries);
        StageTraps = Words(options.StageTraps);
        StageCompanions = Words(options.StageCompanions);
        Degrees = Words(
            options.Degrees,
            name => Enum.Parse<MoneyDegree>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)
        );
        var before = options.Investing.GetValueOrDefault("before", []);
        var adverbs = options.Investing.GetValueOrDefault("adverbs", []);
        before = [.. before.SelectMany(word => Funding.FinancingWords.WithAdverbs(word, adverbs))];
        InvestingBefore = Words(before);
        InvestingFrom = Words(options.Investing.GetValueOrDefault("from", []));
        InvestingGives = Words(options.Investing.GetValueOrDefault("gives", []));
        Receiving = Words(options.Investing.GetValueOrDefault("received", []));
        InvestingAfter = Words(options.Investing.GetValueOrDefault("after", []));
        InvestingEnglishAfter = Words(options.InvestingEnglish.GetValueOrDefault("after", []));
        InvestingEnglishBefore = Words(options.InvestingEnglish.GetValueOrDefault("before", []));
        InvestingEnglishBetween = Words(options.InvestingEnglish.GetValueOrDefault("between", []));
        InvestingWords = new WordSets(
            before,
            options.Investing.GetValueOrDefault("from", []),
            options.Investing.GetValueOrDefault("gives", []),
            options.Investing.GetValueOrDefault("after", [])
        );
        GivingParticles = options.GivingParticles;
        AfterNames = Words(options.AfterNames);
        KanaEndings = Words(options.KanaEndings);
        CountedUnits = Words(options.CountedUnits);
        Currencies = Words(options.Currencies, code => code);
        Units = Words(options.Units, number => decimal.Parse(number, CultureInfo.InvariantCulture));
        LoneUnits = string.Concat(
            options
                .Units.Where(pair => decimal.Parse(pair.Key, CultureInfo.InvariantCulture) >= LeastLoneUnit)
                .SelectMany(pair => pair.Value)
                .Where(word => word.Length == 1 && Folding.IsKanji(word[0]))
        );
        RangeWords = Words(options.RangeWords);
        VagueNumerals = Words(options.VagueNumerals);
        ApproximateBefore = Words(options.ApproximateBefore);
        ApproximateAfter = Words(options.ApproximateAfter);
        Undisclosed = Words(options.Undisclosed);
        AmountRoles = new([
            .. Words(options.AmountWords, AmountRole.Amount),
            .. Words(options.ValuationWords, AmountRole.Valuation),
            .. Words(options.IgnoredAmountWords, AmountRole.Ignored),
        ]);
        UnitCaptions = Words(options.UnitCaptions);
        EmptyMarks = Words(options.EmptyMarks);
        InvestorNotes = Words(options.InvestorNotes);
        NoInvestors = Words(options.NoInvestors);
        AndOthers = Words(options.AndOthers);
        InvestorPrefixes = Words(options.InvestorPrefixes);
        InvestorEndings = Words(options.InvestorEndings);
        TotalRows = Words(options.TotalRows);
        GenericNames = Words(options.GenericNames);
        ReferenceLabels = Words(options.ReferenceLabels);
        ReferenceColumns = Words(options.ReferenceColumns, name => Enum.Parse<ReferencePart>(name, ignoreCase: true));
        Horizons = Words(options.Horizons, name => Enum.Parse<Horizon>(name, ignoreCase: true));
        HorizonTails = Words(options.HorizonTails);
        DurationUnits = Words(options.DurationUnits, years => double.Parse(years, CultureInfo.InvariantCulture));
        DurationOpenings = new([
            .. Words(options.DurationOpenings, DurationOpening.Ahead),
            .. Words(options.DurationUpTo, DurationOpening.UpTo),
            .. Words(options.DurationAfter, DurationOpening.After),
        ]);
        DurationNumbers = Words(options.DurationNumbers, number => double.Parse(number, CultureInfo.InvariantCulture));
        DurationConnectors = Words(options.DurationConnectors);
        DurationOnward = Words(options.DurationOnward);
        DurationTails = Words(options.DurationTails);
        Conjunctions = Words(options.Conjunctions);
        Bylines = Words(options.Bylines);
        NothingToday = Words(options.NothingToday);
        SourceLabels = Words(options.SourceLabels);
        Editions = Words(options.Editions, name => name);
    }

    /// <summary>The bot's own words.</summary>
    public static Vocabulary Default => Embedded.Value;

    internal enum AmountRole
    {
        Amount,
        Valuation,
        Ignored,
    }

    internal enum ReferencePart
    {
        Number,
        Publisher,
        Date,
        Title,
        Url,
    }

    internal Lexicon<(SectionKind Kind, double Weight)> Sections { get; }

    /// <summary>The words of <see cref="Sections"/> without one of which no heading names references.</summary>
    internal Lexicon<bool> ReferenceHeadings { get; }

    internal Lexicon<FieldRole> Columns { get; }

    internal Lexicon<string> Stages { get; }

    internal IReadOnlyList<string> StageNames { get; }

    internal Lexicon<string> StagesInProse { get; }

    internal Lexicon<bool> SeriesWords { get; }

    internal Lexicon<bool> SeriesSuffixes { get; }

    internal Lexicon<bool> ExtensionWords { get; }

    internal Funding.FinancingWords Financing { get; }

    internal Lexicon<bool> CompanyCategories { get; }

    internal Lexicon<bool> IgnoredLabels { get; }

    internal Lexicon<bool> NonNames { get; }

    internal Lexicon<bool> OrganizationEndings { get; }

    /// <summary>Words that by themselves name nobody: <see cref="NonNames"/>, categories, currencies, 同社.</summary>
    internal Lexicon<bool> CommonWords { get; }

    internal Lexicon<bool> PreSeries { get; }

    internal Lexicon<bool> StageTraps { get; }

    internal Lexicon<bool> StageCompanions { get; }

    internal Lexicon<MoneyDegree> Degrees { get; }

    internal FrozenDictionary<char, char> SimplifiedForms { get; }

    internal Lexicon<bool> InvestingBefore { get; }

    internal Lexicon<bool> InvestingFrom { get; }

    /// <summary>Before, from, gives and after, in this order.</summary>
    internal WordSets InvestingWords { get; }

    internal Lexicon<bool> InvestingGives { get; }

    internal Lexicon<bool> Receiving { get; }

    internal Lexicon<bool> InvestingAfter { get; }

    internal Lexicon<bool> InvestingEnglishAfter { get; }

    internal Lexicon<bool> InvestingEnglishBefore { get; }

    /// <summary>Words between such a word and a name: the existing investor X.</summary>
    internal Lexicon<bool> InvestingEnglishBetween { get; }

    internal IReadOnlyList<string> GivingParticles { get; }

    internal Lexicon<bool> AfterNames { get; }

    internal Lexicon<bool> KanaEndings { get; }

    internal Lexicon<bool> CountedUnits { get; }

    internal Lexicon<string> Currencies { get; }

    internal Lexicon<decimal> Units { get; }

    /// <summary>Characters for units that a word such as nearly lets stand without a number.</summary>
    internal string LoneUnits { get; }

    internal Lexicon<bool> RangeWords { get; }

    internal Lexicon<bool> VagueNumerals { get; }

    internal Lexicon<bool> ApproximateBefore { get; }

    internal Lexicon<bool> ApproximateAfter { get; }

    internal Lexicon<bool> Undisclosed { get; }

    internal Lexicon<AmountRole> AmountRoles { get; }

    internal Lexicon<bool> UnitCaptions { get; }

    internal Lexicon<bool> EmptyMarks { get; }

    internal Lexicon<bool> InvestorNotes { get; }

    internal Lexicon<bool> NoInvestors { get; }

    internal Lexicon<bool> AndOthers { get; }

    internal Lexicon<bool> InvestorPrefixes { get; }

    internal Lexicon<bool> InvestorEndings { get; }

    internal Lexicon<bool> TotalRows { get; }

    internal Lexicon<bool> GenericNames { get; }

    internal Lexicon<bool> ReferenceLabels { get; }

    internal Lexicon<ReferencePart> ReferenceColumns { get; }

    internal Lexicon<Horizon> Horizons { get; }

    internal Lexicon<bool> HorizonTails { get; }

    internal Lexicon<double> DurationUnits { get; }

    internal Lexicon<DurationOpening> DurationOpenings { get; }

    internal Lexicon<double> DurationNumbers { get; }

    internal Lexicon<bool> DurationConnectors { get; }

    internal Lexicon<bool> DurationOnward { get; }

    internal Lexicon<bool> DurationTails { get; }

    internal Lexicon<bool> Conjunctions { get; }

    internal Lexicon<bool> Bylines { get; }

    internal Lexicon<bool> NothingToday { get; }

    internal Lexicon<bool> SourceLabels { get; }

    internal Lexicon<string> Editions { get; }

    /// <summary>These words and an admin's; itself if there are none of those. If both have a word, the later value wins.</summary>
    /// <exception cref="ArgumentException">A section kind, column role or horizon does not exist.</exception>
    /// <exception cref="FormatException">A unit or duration is not a number.</exception>
    public Vocabulary Merge(VocabularyOptions additions) =>
        VocabularyMerge.IsNothing(additions) ? this : new(VocabularyMerge.Of(_options, additions));

    private static VocabularyOptions Load()
    {
        var assembly = typeof(Vocabulary).Assembly;
        var merged = new VocabularyOptions();
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("Vocabulary/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            merged = VocabularyMerge.Of(merged, JsonSerializer.Deserialize(stream, VocabularyJson.Default.VocabularyOptions)!);
        }

        return merged;
    }

    private static Lexicon<(SectionKind Kind, double Weight)> Headings(Dictionary<string, Dictionary<string, double>> words)
    {
        var spellings = new List<Lexicon<(SectionKind Kind, double Weight)>.Spelling>();
        foreach (var (name, weights) in words)
        {
            foreach (var (word, weight) in weights)
            {
                spellings.Add(new(word, (SectionKindName.Parse(name), weight)));
            }
        }

        return new(spellings);
    }

    private static Lexicon<bool> Words(List<string> words) => new(Words(words, true));

    private static List<Lexicon<T>.Spelling> Words<T>(List<string> words, T value) =>
        words.ConvertAll(word => new Lexicon<T>.Spelling(word, value));

    private static Lexicon<T> Words<T>(Dictionary<string, List<string>> words, Func<string, T> value)
    {
        var spellings = new List<Lexicon<T>.Spelling>();
        foreach (var (name, group) in words)
        {
            spellings.AddRange(group.ConvertAll(word => new Lexicon<T>.Spelling(word, value(name))));
        }

        return new(spellings);
    }
}
