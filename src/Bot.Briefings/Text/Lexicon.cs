using System.Buffers;

namespace Bot.Briefings.Text;

/// <summary>
/// Words that map to a value, found in folded text with one look-up per position. A word that starts or ends with a Latin letter or digit
/// matches only whole words; a trailing * allows an ending (invest* finds investing).
/// </summary>
public sealed class Lexicon<T>
{
    private readonly Table _byFirst;
    private readonly Table _byLast;
    private readonly SearchValues<char> _openers;

    public Lexicon(IEnumerable<KeyValuePair<string, T>> words)
    {
        var entries = words
            .Select(pair => (Word: Folding.Fold(pair.Key.Trim()), pair.Value))
            .Where(pair => pair.Word.TrimEnd('*').Length > 0)
            .Select(pair => new Entry(pair.Word.TrimEnd('*'), pair.Value, pair.Word.EndsWith('*')))
            .GroupBy(entry => entry.Word)
            .Select(same => same.Last())
            .ToList();
        (_byFirst, _byLast) = (new Table(entries, fromEnd: false), new Table(entries, fromEnd: true));
        _openers = SearchValues.Create([.. entries.Select(entry => entry.Word[0]).Distinct()]);
    }

    private sealed record Entry(string Word, T Value, bool Open);

    public readonly record struct Hit(int Start, int Length, T Value)
    {
        public int End => Start + Length;
    }

    /// <summary>The longest word that starts exactly at <paramref name="at"/>, whatever precedes it.</summary>
    public bool TryMatch(ReadOnlySpan<char> folded, int at, out Hit hit)
    {
        hit = default;
        if (at >= folded.Length || _byFirst.Of(folded[at]) is not { } words)
        {
            return false;
        }

        var rest = folded[at..];
        if (rest.Length > 1 ? !words.MayHold(rest[1]) : !words.HasSingle)
        {
            return false;
        }

        foreach (var entry in words.Entries)
        {
            if (rest.StartsWith(entry.Word, StringComparison.Ordinal) && (entry.Open || !Joins(entry.Word[^1], rest, entry.Word.Length)))
            {
                hit = new Hit(at, entry.Word.Length, entry.Value);
                return true;
            }
        }

        return false;
    }

    /// <summary>The first word at or after <paramref name="from"/>, and the longest at its position.</summary>
    public bool TryFind(ReadOnlySpan<char> folded, int from, out Hit hit)
    {
        for (var at = from; at < folded.Length; at++)
        {
            var next = folded[at..].IndexOfAny(_openers);
            if (next < 0)
            {
                break;
            }

            at += next;
            var latin = IsLatin(folded[at]);
            if ((at == 0 || !latin || !IsLatin(folded[at - 1])) && TryMatch(folded, at, out hit))
            {
                return true;
            }

            // No word starts inside a Latin word.
            while (latin && at + 1 < folded.Length && IsLatin(folded[at + 1]))
            {
                at++;
            }
        }

        hit = default;
        return false;
    }

    /// <summary>Whether a word can start with this character.</summary>
    public bool Opens(char c) => _byFirst.Of(c) is not null;

    public bool Contains(ReadOnlySpan<char> folded) => TryFind(folded, 0, out _);

    /// <summary>All words in order, none overlapping another.</summary>
    public List<Hit> FindAll(ReadOnlySpan<char> folded)
    {
        var hits = new List<Hit>();
        var from = 0;
        while (TryFind(folded, from, out var hit))
        {
            hits.Add(hit);
            from = hit.End;
        }

        return hits;
    }

    /// <summary>Whether the whole text, apart from surrounding spaces, is one of the words.</summary>
    public bool IsWhole(ReadOnlySpan<char> folded, out T? value)
    {
        var trimmed = folded.Trim();
        var found = TryMatch(trimmed, 0, out var hit) && hit.Length == trimmed.Length;
        value = found ? hit.Value : default;
        return found;
    }

    /// <summary>The longest word that ends exactly at <paramref name="end"/>.</summary>
    public bool TryMatchBefore(ReadOnlySpan<char> folded, int end, out Hit hit)
    {
        hit = default;
        if (end <= 0 || end > folded.Length || _byLast.Of(folded[end - 1]) is not { } words)
        {
            return false;
        }

        var before = folded[..end];
        if (end > 1 ? !words.MayHold(before[^2]) : !words.HasSingle)
        {
            return false;
        }

        foreach (var entry in words.Entries)
        {
            var at = end - entry.Word.Length;
            if (before.EndsWith(entry.Word, StringComparison.Ordinal) && (at == 0 || !IsLatin(folded[at]) || !IsLatin(folded[at - 1])))
            {
                hit = new Hit(at, entry.Word.Length, entry.Value);
                return true;
            }
        }

        return false;
    }

    private static bool Joins(char last, ReadOnlySpan<char> rest, int length) =>
        IsLatin(last) && length < rest.Length && IsLatin(rest[length]);

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '\u00C0' and <= '\u024F';

    /// <summary>The words that share their first (or last) character, longest first.</summary>
    private sealed class Group(Entry[] entries, bool fromEnd)
    {
        /// <summary>One bit for each second character, by its low bits.</summary>
        private readonly ulong _seconds = entries
            .Where(entry => entry.Word.Length > 1)
            .Aggregate(0UL, (bits, entry) => bits | Bit(entry.Word[fromEnd ? ^2 : 1]));

        public Entry[] Entries => entries;

        public bool HasSingle { get; } = Array.Exists(entries, entry => entry.Word.Length == 1);

        public bool MayHold(char second) => HasSingle || (_seconds & Bit(second)) != 0;

        private static ulong Bit(char c) => 1UL << (c & 63);
    }

    /// <summary>The groups by their character, in pages of 256, most of which no vocabulary uses.</summary>
    private sealed class Table
    {
        private readonly Group?[]?[] _pages = new Group?[]?[256];

        public Table(List<Entry> entries, bool fromEnd)
        {
            foreach (var group in entries.GroupBy(entry => entry.Word[fromEnd ? ^1 : 0]))
            {
                var page = _pages[group.Key >> 8] ??= new Group?[256];
                page[group.Key & 255] = new Group([.. group.OrderByDescending(entry => entry.Word.Length)], fromEnd);
            }
        }

        public Group? Of(char c) => _pages[c >> 8]?[c & 255];
    }
}
