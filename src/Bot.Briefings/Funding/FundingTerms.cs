using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Reads single terms of funding as people type them in a question. Thread-safe.</summary>
public sealed class FundingTerms(Vocabulary vocabulary)
{
    private readonly MoneyScanner _money = new(vocabulary);
    private readonly SeriesScanner _series = new(vocabulary);

    /// <summary>The amount that is the whole text (200億ドル, $100M, 1〜5億円); null if there is more or less than one.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="currency">ISO 4217, for a number with a unit and no currency (100億, 50M).</param>
    public Money? Amount(string text, string currency)
    {
        var folded = Folding.Fold(text).Trim();
        return Whole(folded, default) ?? (EndsInUnit(folded) ? Whole(folded, new MoneyDefaults(0, currency)) : null);
    }

    /// <summary>Names of the stages, folded, and the canonical ones of the usual series.</summary>
    public IReadOnlyList<string> Stages { get; } = [.. vocabulary.StageNames, .. "abcdef".Select(letter => $"series-{letter}")];

    /// <summary>The stage that the whole text names (シード, Series B, bラウンド, acquisition); null if it names none.</summary>
    public string? Stage(string text)
    {
        var folded = Folding.Fold(text).Trim();
        if (vocabulary.Stages.IsWhole(folded, out var stage))
        {
            return stage;
        }

        // Canonical names are their own spelling.
        var spaced = folded.Replace('-', ' ');
        if (spaced != folded && vocabulary.Stages.IsWhole(spaced, out stage))
        {
            return stage;
        }

        // A letter alone names a series only in a table's column.
        var (series, start, end) = folded.Length > 2 ? _series.Find(folded, isCell: false) : default;
        return series is not null && start == 0 && IsRest(folded[end..]) ? series : null;
    }

    /// <summary>ISO 4217 code of the currency that the whole text names (円, dollars, EUR); null if it names none.</summary>
    public string? Currency(string text) => vocabulary.Currencies.IsWhole(Folding.Fold(text), out var code) ? code : null;

    private bool IsRest(string rest) =>
        rest.Trim().Length == 0 || vocabulary.SeriesSuffixes.IsWhole(rest, out _) || vocabulary.StageCompanions.IsWhole(rest, out _);

    private Money? Whole(string folded, MoneyDefaults defaults) =>
        _money.FindAll(folded, defaults) is [var hit] && hit.Start == 0 && hit.End == folded.Length ? hit.ToMoney(folded) : null;

    private bool EndsInUnit(string folded)
    {
        for (var length = 1; length <= folded.Length; length++)
        {
            if (vocabulary.Units.IsWhole(folded.AsSpan(folded.Length - length), out _))
            {
                return char.IsAsciiDigit(folded[0]);
            }
        }

        return false;
    }
}
