using Bot.Briefings.Companies;
using Bot.Briefings.Funding.Sentences;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Other names of a company that its document gives in brackets: a former name, a product, the name in another script.</summary>
internal sealed class OtherNames(Vocabulary vocabulary)
{
    /// <summary>Minimum characters of a spelling: shorter notes are mostly countries.</summary>
    private const int LeastSpelling = 4;

    private readonly CommonNouns _nouns = new(vocabulary);
    private readonly StageScanner _stages = new(vocabulary);

    /// <summary>The name in a note right after a name: Manus（旧Monica）, Cursor (Anysphere). Null where the note says something else.</summary>
    public string? InNote(string company, string note)
    {
        IsFormer(note, out var name);
        return
            name.Length > 0
            && (CompanyNames.IsName(name, vocabulary) || IsSpelling(name, company))
            && !vocabulary.NonNames.IsWhole(Folding.Fold(name), out _)
            && CompanyName.Key(name) != CompanyName.Key(company)
            ? name
            : null;
    }

    /// <summary>Those in the notes that follow the company's name in a cell or a headline, which also hold stages and categories.</summary>
    public IReadOnlyList<string> Beside(string company, string text)
    {
        if (!CompanyNames.HasBrackets(text))
        {
            return [];
        }

        var found = new List<string>();
        foreach (var (before, note) in CompanyNames.Notes(text))
        {
            if (
                before.EndsWith(company, StringComparison.Ordinal)
                && (IsInAnotherScript(note, company) || IsFormer(note, out _))
                && _stages.InProse(Folding.Fold(note)) is null
                && !vocabulary.CompanyCategories.IsWhole(Folding.Fold(note), out _)
                && InNote(company, note) is { } name
            )
            {
                found.Add(name);
            }
        }

        return found;
    }

    /// <summary>In one script a note beside a name is as often its town.</summary>
    private static bool IsInAnotherScript(string note, string name) => note.Any(char.IsAsciiLetter) != name.Any(char.IsAsciiLetter);

    /// <param name="name">Without the word that says so.</param>
    private bool IsFormer(string note, out string name)
    {
        var isFormer = new Cursor(Folding.Fold(note)).TrySkip(vocabulary.Financing.Former, out var word);
        name = (isFormer ? note[word.End..] : note).Trim();
        return isFormer;
    }

    /// <summary>Openpier（オープンピア）: how a Latin name is spelt in katakana or hangul.</summary>
    private bool IsSpelling(string note, string name) =>
        note.Length >= LeastSpelling
        && name.Any(char.IsAsciiLetter)
        && (note.All(c => Folding.IsKatakana(c) || c is '\u30FB') || note.All(Folding.IsHangul))
        && !_nouns.IsCommon(Folding.Fold(note))
        && !vocabulary.CompanyCategories.Contains(Folding.Fold(note));
}
