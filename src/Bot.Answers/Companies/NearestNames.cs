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
        return [.. IndexOf(companies).Entries
            .Select(entry => (entry.Company, Score: Score(key, pairs, entry)))
            .Where(candidate => candidate.Score >= Threshold)
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Company.LastNamed)
            .ThenBy(candidate => candidate.Company.Key, StringComparer.Ordinal)
            .Take(count)
            .Select(candidate => candidate.Company)];
    }

    /// <summary>From 0 (nothing alike) to 1 (the same).</summary>
    private static double Score(string key, HashSet<int> pairs, Entry entry)
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

        // A distance is at least the difference of the lengths: most names are out without computing it.
        if (2 * (longer.Length - shorter.Length) <= longer.Length)
        {
            score = Math.Max(score, 1 - (Edits.Distance(key, entry.Stem) / longer.Length));
        }

        if (pairs.Count > 1 && entry.Pairs.Count > 1)
        {
            var shared = entry.Pairs.Count(pairs.Contains);
            score = Math.Max(score, 2.0 * shared / (pairs.Count + entry.Pairs.Count));
        }

        return score;
    }

    private Index IndexOf(CompanySnapshot companies) => _indexes.GetValue(companies, static snapshot => new Index(snapshot));

    private static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        for (var i = 1; i < text.Length; i++)
        {
            pairs.Add((text[i - 1] << 16) | text[i]);
        }

        return pairs;
    }

    private sealed record Entry(KnownCompany Company, string Stem, HashSet<int> Pairs);

    private sealed class Index
    {
        public Index(CompanySnapshot companies)
        {
            Entries = [.. companies.Companies.Select(company =>
            {
                var stem = CompanySpelling.Stem(company.Key);
                return new Entry(company, stem, Pairs(stem));
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
