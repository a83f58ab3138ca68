using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bot.Archive.Queries;
using Bot.Briefings.Companies;
using Bot.Briefings.Model;

namespace Bot.Answers.Companies;

/// <summary>
/// Finds the companies whose names are closest to what somebody typed: a typo away, with the same beginning, or sharing
/// most letter pairs. Thread-safe. Takes a few milliseconds for ten thousand names.
/// </summary>
/// <param name="aliases">Spellings that mean the same company; null: those that the bot ships.</param>
public sealed class NearestNames(CompanyAliases? aliases = null)
{
    private const double Threshold = 0.5;

    /// <summary>Typos change at most one letter in three.</summary>
    private const double MaxEdited = 0.34;

    private readonly CompanyAliases _aliases = aliases ?? CompanyAliases.Shipped;

    // Keyed by the snapshot itself, so the index is collected with it.
    private readonly ConditionalWeakTable<CompanySnapshot, Index> _indexes = [];

    /// <summary>
    /// The company that differs from the name only by a common suffix (社, Inc.), else the one that a briefing or the list of spellings says
    /// is the same; null if there is none.
    /// </summary>
    public KnownCompany? SameStem(CompanySnapshot companies, string name)
    {
        ArgumentNullException.ThrowIfNull(companies);
        var index = IndexOf(companies);
        foreach (var stem in Stems(name))
        {
            if (
                index.ByStem.TryGetValue(stem, out var company)
                || (companies.Aliases.TryGetValue(stem, out var key) && index.ByStem.TryGetValue(CompanySpelling.Stem(key), out company))
            )
            {
                return company;
            }
        }

        return null;
    }

    /// <summary>The stems under which a company of that name may be stored: its own first, then those of its other spellings.</summary>
    public IReadOnlyList<string> Stems(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > CompanySpelling.MaxLength)
        {
            return [];
        }

        var own = CompanySpelling.Stem(CompanyName.Key(name));
        var others = _aliases.Of(name) is { Count: > 0 } spellings ? spellings : _aliases.Of(own);
        return
        [
            .. others.Select(other => CompanySpelling.Stem(CompanyName.Key(other))).Prepend(own).Where(stem => stem.Length > 0).Distinct(),
        ];
    }

    /// <summary>The closest companies, closest first; ties go to the most recently named.</summary>
    /// <param name="count">Maximum number of results, from 1.</param>
    public IReadOnlyList<KnownCompany> Find(CompanySnapshot companies, string name, int count)
    {
        var key = CompanySpelling.Stem(CompanyName.Key(name));
        if (key.Length is 0 or > CompanySpelling.MaxLength)
        {
            return [];
        }

        var index = IndexOf(companies);
        var sought = new Name(key);
        var nearest = new List<(KnownCompany Company, double Score)>(count + 1);
        var shared = ArrayPool<int>.Shared.Rent(index.Entries.Count);
        try
        {
            index.CountShared(sought.Pairs, shared);
            for (var i = 0; i < index.Entries.Count; i++)
            {
                var (company, stem) = index.Entries[i];
                var least = nearest.Count == count ? nearest[^1].Score : Threshold;
                var score = Score(sought, stem, shared[i], least);
                if (score >= least)
                {
                    Keep(nearest, (company, score), count);
                }
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(shared);
        }

        return [.. nearest.Select(candidate => candidate.Company)];
    }

    private static void Keep(List<(KnownCompany Company, double Score)> nearest, (KnownCompany Company, double Score) candidate, int count)
    {
        var at = nearest.Count;
        while (at > 0 && Precedes(candidate, nearest[at - 1]))
        {
            at--;
        }

        nearest.Insert(at, candidate);
        if (nearest.Count > count)
        {
            nearest.RemoveAt(count);
        }
    }

    private static bool Precedes((KnownCompany Company, double Score) one, (KnownCompany Company, double Score) other)
    {
        var order = other.Score.CompareTo(one.Score);
        order = order != 0 ? order : other.Company.LastNamed.CompareTo(one.Company.LastNamed);
        return (order != 0 ? order : string.CompareOrdinal(one.Company.Key, other.Company.Key)) < 0;
    }

    /// <summary>
    /// Similarity from 0 (nothing in common) to 1 (identical). A name that cannot reach <paramref name="least"/> may get
    /// a lower score than it deserves.
    /// </summary>
    /// <param name="shared">Number of letter pairs that both have.</param>
    private static double Score(Name sought, Name name, int shared, double least)
    {
        var (shorter, longer) = sought.Text.Length <= name.Text.Length ? (sought, name) : (name, sought);
        var score = 0.0;

        // If one contains the other, they share all pairs of the shorter.
        if (shared >= shorter.Pairs.Length)
        {
            score = Within(shorter.Text, longer.Text);
        }

        // Each letter found in only one of the two costs an edit, and so does each letter of extra length: this rules out
        // nearly all names without computing the distance.
        var length = longer.Text.Length;
        var fewest = Math.Max(
            length - shorter.Text.Length,
            Math.Max(Missing(sought.Letters, name.Letters), Missing(name.Letters, sought.Letters))
        );
        if (
            fewest <= (int)(MaxEdited * length)
            && 1 - ((double)fewest / length) is var most
            && most > score
            && most >= least
            && Math.Min((int)(MaxEdited * length), (int)((1 - least) * length) + 1) is var allowed
            && Typos.Count(sought.Text, name.Text, allowed) is var typos
            && typos <= allowed
        )
        {
            score = Math.Max(score, 1 - ((double)typos / length));
        }

        return sought.Pairs.Length > 1 && name.Pairs.Length > 1
            ? Math.Max(score, 2.0 * shared / (sought.Pairs.Length + name.Pairs.Length))
            : score;
    }

    private static double Within(string shorter, string longer) =>
        longer.StartsWith(shorter, StringComparison.Ordinal)
            // Too many names begin with any one letter.
            ? shorter.Length == 1 && longer.Length > 2
                ? 0
                : 0.6 + (0.4 * shorter.Length / longer.Length)
            : shorter.Length >= 3 && longer.Contains(shorter, StringComparison.Ordinal)
                ? 0.5 + (0.4 * shorter.Length / longer.Length)
                : 0;

    private Index IndexOf(CompanySnapshot companies) => _indexes.GetValue(companies, static snapshot => new Index(snapshot));

    private static int Missing(ulong letters, ulong from) => BitOperations.PopCount(letters & ~from);

    private sealed class Name(string text)
    {
        public string Text { get; } = text;

        /// <summary>Distinct pairs of adjacent letters.</summary>
        public int[] Pairs { get; } =
        [.. Enumerable.Range(1, Math.Max(0, text.Length - 1)).Select(i => (text[i - 1] << 16) | text[i]).Distinct()];

        /// <summary>
        /// One bit per letter that occurs; letters that share a bit count as the same, which only lets more names
        /// through.
        /// </summary>
        public ulong Letters { get; } = text.Aggregate(0UL, (letters, letter) => letters | (1UL << (letter & 63)));
    }

    private sealed class Index
    {
        // Entries by letter pair: few of ten thousand names share pairs with a given name, and only those are counted.
        private readonly Dictionary<int, List<int>> _byPair = [];

        public Index(CompanySnapshot companies)
        {
            Entries = [.. companies.Companies.Select(company => (company, new Name(CompanySpelling.Stem(company.Key))))];
            for (var i = 0; i < Entries.Count; i++)
            {
                foreach (var pair in Entries[i].Stem.Pairs)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_byPair, pair, out _) ??= []).Add(i);
                }
            }

            foreach (var (company, stem) in Entries.OrderBy(entry => entry.Company.LastNamed))
            {
                ByStem[stem.Text] = company;
            }
        }

        public IReadOnlyList<(KnownCompany Company, Name Stem)> Entries { get; }

        public Dictionary<string, KnownCompany> ByStem { get; } = new(StringComparer.Ordinal);

        /// <summary>Counts how many of these pairs each entry has, in entry order.</summary>
        public void CountShared(int[] pairs, Span<int> counts)
        {
            counts[..Entries.Count].Clear();
            foreach (var pair in pairs)
            {
                if (_byPair.TryGetValue(pair, out var entries))
                {
                    foreach (var entry in entries)
                    {
                        counts[entry]++;
                    }
                }
            }
        }
    }
}
