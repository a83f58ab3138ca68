namespace Bot.Briefings.Reading;

/// <summary>Adds one set of words to another.</summary>
internal static class VocabularyMerge
{
    public static VocabularyOptions Of(VocabularyOptions a, VocabularyOptions b) => new()
    {
        Sections = a.Sections.Keys.Union(b.Sections.Keys).ToDictionary(kind => kind, kind =>
        {
            var words = new Dictionary<string, double>(a.Sections.GetValueOrDefault(kind, []));
            foreach (var (word, weight) in b.Sections.GetValueOrDefault(kind, []))
            {
                words[word] = weight;
            }

            return words;
        }),
        Columns = Join(a.Columns, b.Columns),
        Stages = Join(a.Stages, b.Stages),
        StageWordsInProse = Join(a.StageWordsInProse, b.StageWordsInProse),
        SeriesWords = [.. a.SeriesWords, .. b.SeriesWords],
        SeriesSuffixes = [.. a.SeriesSuffixes, .. b.SeriesSuffixes],
        ExtensionWords = [.. a.ExtensionWords, .. b.ExtensionWords],
        FinancingWords = [.. a.FinancingWords, .. b.FinancingWords],
        NoFinancingWords = [.. a.NoFinancingWords, .. b.NoFinancingWords],
        Investing = Join(a.Investing, b.Investing),
        InvestingEnglish = Join(a.InvestingEnglish, b.InvestingEnglish),
        Currencies = Join(a.Currencies, b.Currencies),
        Units = Join(a.Units, b.Units),
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
    };

    private static Dictionary<string, List<string>> Join(Dictionary<string, List<string>> a, Dictionary<string, List<string>> b) =>
        a.Keys.Union(b.Keys).ToDictionary(key => key, key => (List<string>)[.. a.GetValueOrDefault(key, []), .. b.GetValueOrDefault(key, [])]);
}
