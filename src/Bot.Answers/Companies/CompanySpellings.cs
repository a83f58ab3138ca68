using Bot.Archive.Queries;
using Bot.Archive.Search;
using Bot.Briefings.Companies;

namespace Bot.Answers.Companies;

/// <summary>Other spellings of a company's name for a search: those of the lists, and the one that the archive uses.</summary>
public sealed class CompanySpellings(CompanyAliases aliases, NearestNames nearest)
{
    /// <summary>Shorter spellings stand in too many other words. In UTF-16 code units.</summary>
    private const int Shortest = 3;

    /// <summary>Each costs a look-up.</summary>
    private const int Most = 6;

    /// <summary>Without the word itself, whatever its width and case; empty if the word names no company with another spelling.</summary>
    public IReadOnlyList<string> Of(CompanySnapshot known, string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var own = Key(word);
        var archived = nearest.SameStem(known, word)?.Name;
        return
        [
            .. aliases
                .Of(word)
                .Concat(archived is null ? [] : aliases.Of(archived).Prepend(archived))
                .Where(name => name.Length >= Shortest && Key(name) != own && Key(name).Length > 0)
                .DistinctBy(Key)
                .Take(Most),
        ];
    }

    private static string Key(string name) => string.Join(' ', SearchAtoms.Of(name).Select(atom => atom.Text));
}
