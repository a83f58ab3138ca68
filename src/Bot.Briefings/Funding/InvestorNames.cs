using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Tells an investor's name in Japanese prose from a common noun (顧客, ローンチ). No name is better than a wrong one.</summary>
internal sealed class InvestorNames(Vocabulary vocabulary)
{
    /// <summary>投資庁: an ending that no verb of giving has.</summary>
    private const int LongEnding = 3;

    private const int LongestMixed = 12;

    /// <summary>The name in a phrase without its description (政府系ファンドGIC is GIC, 米アオバ is アオバ); empty if there is none.</summary>
    /// <param name="isLabelled">A label says that investors follow: even a name that ends in a word for investing is one (未来投資).</param>
    /// <param name="strict">The words around it are weak evidence: a name in katakana or kanji must end like an organization's.</param>
    public string Of(string phrase, bool strict, bool isLabelled = false)
    {
        var name = WithoutCategory(phrase.Trim().Trim('「', '」', '『', '』'));
        var folded = Folding.Fold(name);
        if (
            name.Length == 0
            || IsFigure(folded)
            || (vocabulary.SeriesWords.TryMatch(folded, 0, out var series) && folded.Length - series.End <= 2)
            || vocabulary.AmountRoles.TryMatch(folded, 0, out _)
            || IsCommon(folded)
        )
        {
            return "";
        }

        if (name.Any(char.IsAsciiLetter))
        {
            var tail = LatinTail(name);
            return tail.Length == 0 ? "" : tail;
        }

        // ファンド2: one of several of a name.
        var numbered = folded.AsSpan().TrimEnd("0123456789 ").Length;
        var organization = vocabulary.OrganizationEndings.TryMatchBefore(folded, numbered, out var ending) && ending.Start > 0;
        var katakana = name.All(c => Folding.IsKatakana(c) || c is '\u30FB' or ' ');
        return
            ((organization && (isLabelled || ending.Length >= LongEnding)) || !vocabulary.Financing.Triggers.Contains(folded))
            && (
                organization
                || (isLabelled && IsMixed(name))
                || Companies.CompanyAliases.Shipped.Of(name).Count > 0
                || (katakana && name.Length > 1 && !strict)
            )
            ? name
            : "";
    }

    /// <summary>オリベ産業: katakana before kanji, as in names of companies.</summary>
    private static bool IsMixed(string name) =>
        name.Length <= LongestMixed
        && Folding.IsKatakana(name[0])
        && Folding.IsKanji(name[^1])
        && name.All(c => Folding.IsKatakana(c) || Folding.IsKanji(c));

    private bool IsCommon(string folded) =>
        vocabulary.NonNames.IsWhole(folded, out _)
        || vocabulary.GenericNames.IsWhole(folded, out _)
        || vocabulary.CompanyCategories.IsWhole(folded, out _)
        || vocabulary.NoInvestors.IsWhole(folded, out _)
        || (
            vocabulary.NonNames.TryMatchBefore(folded, folded.Length, out var common)
            && Folding.IsJapanese(folded[common.Start])
            && !(
                vocabulary.Financing.LatinEndings.TryMatchBefore(folded, folded.Length, out var latin)
                && latin.Start > 0
                && char.IsAsciiLetter(folded[latin.Start - 1])
            )
            && !(
                vocabulary.OrganizationEndings.TryMatchBefore(folded, folded.Length, out var organization)
                && organization.Start <= common.Start
            )
        );

    /// <summary>米アオバ: one character for the origin precedes a name; a public body's place is part of its own.</summary>
    private string WithoutCategory(string name)
    {
        var folded = Folding.Fold(name);
        while (
            vocabulary.CompanyCategories.TryMatch(folded, 0, out var category)
            && category.End < folded.Length
            && Folding.IsJapanese(folded[0])
            && (char.IsAsciiLetter(folded[category.End]) || Folding.IsKatakana(folded[category.End]))
            && !Folding.IsKatakana(folded[category.End - 1])
            && !vocabulary.Financing.PublicBodies.TryMatchBefore(folded, folded.Length, out _)
        )
        {
            (name, folded) = (name[category.End..], folded[category.End..]);
        }

        return name;
    }

    /// <summary>シンガポール政府系ファンドGIC is GIC; UC東部基金 and サカナAI are kept whole.</summary>
    private string LatinTail(string name)
    {
        var start = name.Length;
        while (start > 0 && (name[start - 1] is '\u30FB' || !Folding.IsJapanese(name[start - 1])))
        {
            start--;
        }

        var tail = name[start..].Trim();
        if (start == 0 || tail.Length == 0)
        {
            return Companies.CompanyNames.LooksProper(name) ? name : "";
        }

        return IsCommon(Folding.Fold(tail)) || !Companies.CompanyNames.LooksProper(tail)
            ? name.Any(Folding.IsKatakana) && !IsCommon(Folding.Fold(name[..start]))
                ? name
                : ""
            : tail;
    }

    private bool IsFigure(string folded) =>
        char.IsAsciiDigit(folded[0]) && (folded.Contains('%', StringComparison.Ordinal) || vocabulary.CountedUnits.Contains(folded));
}
