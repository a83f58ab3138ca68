using System.Text.Json;

namespace Bot.Briefings.Reading;

/// <summary>Adds one set of words to another.</summary>
internal static class VocabularyMerge
{
    private static readonly byte[] Nothing = Written(new VocabularyOptions());

    /// <summary>Whether there is no word in any list. Preparing them all again takes as long as it did the first time.</summary>
    public static bool IsNothing(VocabularyOptions options) => Written(options).AsSpan().SequenceEqual(Nothing);

    public static VocabularyOptions Of(VocabularyOptions a, VocabularyOptions b) =>
        new()
        {
            Sections = a
                .Sections.Keys.Union(b.Sections.Keys)
                .ToDictionary(
                    kind => kind,
                    kind =>
                    {
                        var words = new Dictionary<string, double>(a.Sections.GetValueOrDefault(kind, []));
                        foreach (var (word, weight) in b.Sections.GetValueOrDefault(kind, []))
                        {
                            words[word] = weight;
                        }

                        return words;
                    }
                ),
            Columns = Join(a.Columns, b.Columns),
            Stages = Join(a.Stages, b.Stages),
            StageWordsInProse = Join(a.StageWordsInProse, b.StageWordsInProse),
            SeriesWords = [.. a.SeriesWords, .. b.SeriesWords],
            SeriesSuffixes = [.. a.SeriesSuffixes, .. b.SeriesSuffixes],
            ExtensionWords = [.. a.ExtensionWords, .. b.ExtensionWords],
            Financing = Join(a.Financing, b.Financing),
            SimplifiedForms = new(a.SimplifiedForms.Concat(b.SimplifiedForms).DistinctBy(pair => pair.Key)),
            CompanyCategories = [.. a.CompanyCategories, .. b.CompanyCategories],
            IgnoredLabels = [.. a.IgnoredLabels, .. b.IgnoredLabels],
            NonNames = [.. a.NonNames, .. b.NonNames],
            OrganizationEndings = [.. a.OrganizationEndings, .. b.OrganizationEndings],
            PreSeries = [.. a.PreSeries, .. b.PreSeries],
            StageTraps = [.. a.StageTraps, .. b.StageTraps],
            StageCompanions = [.. a.StageCompanions, .. b.StageCompanions],
            Degrees = Join(a.Degrees, b.Degrees),
            Investing = Join(a.Investing, b.Investing),
            InvestingEnglish = Join(a.InvestingEnglish, b.InvestingEnglish),
            GivingParticles = [.. a.GivingParticles, .. b.GivingParticles],
            AfterNames = [.. a.AfterNames, .. b.AfterNames],
            KanaEndings = [.. a.KanaEndings, .. b.KanaEndings],
            CountedUnits = [.. a.CountedUnits, .. b.CountedUnits],
            Currencies = Join(a.Currencies, b.Currencies),
            Units = Join(a.Units, b.Units),
            RangeWords = [.. a.RangeWords, .. b.RangeWords],
            VagueNumerals = [.. a.VagueNumerals, .. b.VagueNumerals],
            ApproximateBefore = [.. a.ApproximateBefore, .. b.ApproximateBefore],
            ApproximateAfter = [.. a.ApproximateAfter, .. b.ApproximateAfter],
            Undisclosed = [.. a.Undisclosed, .. b.Undisclosed],
            ValuationWords = [.. a.ValuationWords, .. b.ValuationWords],
            AmountWords = [.. a.AmountWords, .. b.AmountWords],
            IgnoredAmountWords = [.. a.IgnoredAmountWords, .. b.IgnoredAmountWords],
            UnitCaptions = [.. a.UnitCaptions, .. b.UnitCaptions],
            EmptyMarks = [.. a.EmptyMarks, .. b.EmptyMarks],
            InvestorNotes = [.. a.InvestorNotes, .. b.InvestorNotes],
            NoInvestors = [.. a.NoInvestors, .. b.NoInvestors],
            AndOthers = [.. a.AndOthers, .. b.AndOthers],
            InvestorPrefixes = [.. a.InvestorPrefixes, .. b.InvestorPrefixes],
            InvestorEndings = [.. a.InvestorEndings, .. b.InvestorEndings],
            TotalRows = [.. a.TotalRows, .. b.TotalRows],
            GenericNames = [.. a.GenericNames, .. b.GenericNames],
            ReferenceLabels = [.. a.ReferenceLabels, .. b.ReferenceLabels],
            ReferenceColumns = Join(a.ReferenceColumns, b.ReferenceColumns),
            Horizons = Join(a.Horizons, b.Horizons),
            HorizonTails = [.. a.HorizonTails, .. b.HorizonTails],
            DurationUnits = Join(a.DurationUnits, b.DurationUnits),
            DurationOpenings = [.. a.DurationOpenings, .. b.DurationOpenings],
            DurationUpTo = [.. a.DurationUpTo, .. b.DurationUpTo],
            DurationAfter = [.. a.DurationAfter, .. b.DurationAfter],
            DurationNumbers = Join(a.DurationNumbers, b.DurationNumbers),
            DurationConnectors = [.. a.DurationConnectors, .. b.DurationConnectors],
            DurationOnward = [.. a.DurationOnward, .. b.DurationOnward],
            DurationTails = [.. a.DurationTails, .. b.DurationTails],
            Conjunctions = [.. a.Conjunctions, .. b.Conjunctions],
            Bylines = [.. a.Bylines, .. b.Bylines],
            NothingToday = [.. a.NothingToday, .. b.NothingToday],
            SourceLabels = [.. a.SourceLabels, .. b.SourceLabels],
            Editions = Join(a.Editions, b.Editions),
        };

    private static Dictionary<string, List<string>> Join(Dictionary<string, List<string>> a, Dictionary<string, List<string>> b) =>
        a
            .Keys.Union(b.Keys)
            .ToDictionary(key => key, key => (List<string>)[.. a.GetValueOrDefault(key, []), .. b.GetValueOrDefault(key, [])]);

    private static byte[] Written(VocabularyOptions options) =>
        JsonSerializer.SerializeToUtf8Bytes(options, VocabularyJson.Default.VocabularyOptions);
}
