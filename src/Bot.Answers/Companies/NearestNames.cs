using System.Numerics;
using System.Runtime.CompilerServices;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using F23.StringSimilarity;

namespace Bot.Answers.Companies;

/// <summary>
/// Finds the companies whose names are nearest to what somebody wrote: a typo away, beginning alike, or sharing most
/// pairs of letters. Thread-safe. Some milliseconds for ten thousand names.
/// </summary>
public sealed class NearestNames
{
    private const double Threshold = 0.5;

    /// <summary>A typo changes a letter in three at most.</summary>
    private const double MaxEdited = 0.34;

    private static readonly OptimalStringAlignment Edits = new();

    // Keyed by the snapshot itself: the index goes when the snapshot goes.
    private readonly ConditionalWeakTable<CompanySnapshot, Index> _indexes = [];

    /// <summary>The company that differs from the name only by what is usually added to one (社, Inc.), or null.</summary>
    public KnownCompany? SameStem(CompanySnapshot companies, string name)
    {
        var stem = CompanySpelling.Stem(CompanyName.Key(name));
        return stem.Length > 0 && IndexOf(companies).ByStem.TryGetValue(stem, out var company) ? company : null;
    }

    /// <summary>The nearest companies, nearest first; of equally near ones the one named last.</summary>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<KnownCompany> Find(CompanySnapshot companies, string name, int count)
    {
        var key = CompanySpelling.Stem(CompanyName.Key(name));
        if (key.Length is 0 or > CompanySpelling.MaxLength)
        {
            return [];
        }

        var pairs = Pairs(key);
        var letters = Letters(key);
        return [.. IndexOf(companies).Entries
            .Select(entry => (entry.Company, Score: Score(key, letters, pairs, entry)))
            .Where(candidate => candidate.Score >= Threshold)
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Company.LastNamed)
            .ThenBy(candidate => candidate.Company.Key, StringComparer.Ordinal)
            .Take(count)
            .Select(candidate => candidate.Company)];
    }

    /// <summary>From 0 (nothing alike) to 1 (the same).</summary>
    private static double Score(string key, ulong letters, int[] pairs, Entry entry)
    {
        var (shorter, longer) = key.Length <= entry.Stem.Length ? (key, entry.Stem) : (entry.Stem, key);
        var score = 0.0;
        if (longer.StartsWith(shorter, StringComparison.Ordinal))
        {
            // One letter begins too many names to mean one.
            score = shorter.Length == 1 && longer.Length > 2 ? 0 : 0.6 + (0.4 * shorter.Length / longer.Length);
        }
        else if (shorter.Length >= 3 && longer.Contains(shorter, StringComparison.Ordinal))
        {
            score = 0.5 + (0.4 * shorter.Length / longer.Length);
        }

        // Each letter that only one of the two has costs an edit: nearly all names are out without computing the distance.
        var most = (int)(MaxEdited * longer.Length);
        if (longer.Length - shorter.Length <= most && Missing(letters, entry.Letters) <= most && Missing(entry.Letters, letters) <= most
            && Edits.Distance(key, entry.Stem) is var distance && distance <= most)
        {
            score = Math.Max(score, 1 - (distance / longer.Length));
        }

        if (pairs.Length > 1 && entry.Pairs.Length > 1)
        {
            score = Math.Max(score, 2.0 * Shared(pairs, entry.Pairs) / (pairs.Length + entry.Pairs.Length));
        }

        return score;
    }

    private Index IndexOf(CompanySnapshot companies) => _indexes.GetValue(companies, static snapshot => new Index(snapshot));

    /// <summary>Neighbouring letters, each pair once, in ascending order.</summary>
    private static int[] Pairs(string text)
    {
        var pairs = new SortedSet<int>();
        for (var i = 1; i < text.Length; i++)
        {
            pairs.Add((text[i - 1] << 16) | text[i]);
        }

        return [.. pairs];
    }

    private static int Shared(int[] one, int[] other)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    /// <summary>A bit for each letter that occurs; letters that share one count as the same, which only lets more names through.</summary>
    private static ulong Letters(string text) => text.Aggregate(0UL, (letters, letter) => letters | (1UL << (letter & 63)));

    private static int Missing(ulong letters, ulong from) => BitOperations.PopCount(letters & ~from);

    private sealed record Entry(KnownCompany Company, string Stem, int[] Pairs, ulong Letters);

    private sealed class Index
    {
        public Index(CompanySnapshot companies)
        {
            Entries = [.. companies.Companies.Select(company =>
            {
                var stem = CompanySpelling.Stem(company.Key);
                return new Entry(company, stem, Pairs(stem), Letters(stem));
            })];
            foreach (var entry in Entries.OrderBy(entry => entry.Company.LastNamed))
            {
                ByStem[entry.Stem] = entry.Company;
            }
        }

        public IReadOnlyList<Entry> Entries { get; }

        public Dictionary<string, KnownCompany> ByStem { get; } = new(StringComparer.Ordinal);
    }
}
