using Bot.Briefings.Companies;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// The investors of a round that is written on one line, in parts without labels: Acme | Series A | $18M | Kite Partners, Elm Bank; Acme –
/// $12M, Seed – Kite Partners.
/// </summary>
internal sealed class RecordNames(Vocabulary vocabulary, InvestorCell cell)
{
    private static readonly string[] Separators = [" | ", " ｜ ", " – ", " — ", " - ", "｜", "／"];

    private readonly InvestorNames _names = new(vocabulary);

    /// <param name="sum">The amount of the round; names before it may be those of the company, its place or its trade.</param>
    public IReadOnlyList<string> Of(Sentence sentence, MoneyHit sum)
    {
        var behind = sentence.Text[sum.End..];
        var parts = behind.Split(Separators, StringSplitOptions.TrimEntries);
        List<IReadOnlyList<string>> lists = [.. parts.Skip(1).Select(Names).Where(names => names.Count > 0)];
        return lists is [var only] ? only : [];
    }

    /// <summary>The names of a part that has nothing else, one of which is an investor's by its form.</summary>
    private IReadOnlyList<string> Names(string part)
    {
        var names = cell.Read(part.TrimEnd('.', '。'));
        return names.Count > 0 && names.All(IsName) && (names.Any(IsOfInvestor) || CompanyNames.Bracketed(part).Any(IsNote)) ? names : [];
    }

    private bool IsName(string name) =>
        (
            Folding.HasJapanese(name)
                ? _names.Of(name, strict: false, isLabelled: true) == name
                : CompanyNames.IsName(name, vocabulary) || name.Any(Folding.IsHangul)
        ) && !vocabulary.NonNames.IsWhole(Folding.Fold(name), out _);

    private bool IsOfInvestor(string name)
    {
        var folded = Folding.Fold(name);
        return vocabulary.Financing.InvestorForms.TryMatchBefore(folded, folded.Length, out var form)
            || (vocabulary.OrganizationEndings.TryMatchBefore(folded, folded.Length, out form) && form.Start > 0);
    }

    private bool IsNote(string note) => vocabulary.InvestorNotes.IsWhole(Folding.Fold(note), out _);
}
