using System.Runtime.CompilerServices;

namespace Bot.Briefings.Text;

/// <summary>
/// Words that map to a value, found in folded text with one look-up per position. A word that starts or ends with a Latin letter or digit
/// matches only whole words; a trailing * allows an ending (invest* finds investing).
/// </summary>
public sealed class Lexicon<T>
{
    private readonly Table _byFirst;
    private readonly Table _byLast;

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
    }

    internal sealed record Entry(string Word, T Value, bool Open);

    public readonly record struct Hit(int Start, int Length, T Value)
    {
        public int End => Start + Length;
    }

    /// <summary>The longest word that starts exactly at <paramref name="at"/>, whatever precedes it.</summary>
    public bool TryMatch(ReadOnlySpan<char> folded, int at, out Hit hit)
    {
        hit = default;
        return at < folded.Length && _byFirst.Of(folded[at]) is { } words && TryMatch(words, folded, at, out hit);
    }

    private static bool TryMatch(Group words, ReadOnlySpan<char> folded, int at, out Hit hit)
    {
        hit = default;
        foreach (var entry in words.MayFollow(at + 1 < folded.Length ? folded[at + 1] : '\0'))
        {
            if (IsAt(entry, folded, at))
            {
                hit = new Hit(at, entry.Word.Length, entry.Value);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Those that begin with this character and perhaps with the next, longest first; none inside a Latin word.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<Entry> Entries(ReadOnlySpan<char> folded, int at)
    {
        var c = folded[at];
        return _byFirst.Of(c) is { } words && (at == 0 || !IsLatin(c) || !IsLatin(folded[at - 1]))
            ? words.MayFollow(at + 1 < folded.Length ? folded[at + 1] : '\0')
            : [];
    }

    internal static bool IsAt(Entry entry, ReadOnlySpan<char> folded, int at)
    {
        var rest = folded[at..];
        return rest.StartsWith(entry.Word.AsSpan()) && (entry.Open || !Joins(entry.Word[^1], rest, entry.Word.Length));
    }

    /// <summary>The first word at or after <paramref name="from"/>, and the longest at its position.</summary>
    public bool TryFind(ReadOnlySpan<char> folded, int from, out Hit hit)
    {
        for (var at = from; at < folded.Length; at++)
        {
            var c = folded[at];
            if (_byFirst.Of(c) is { } words && (at == 0 || !IsLatin(c) || !IsLatin(folded[at - 1])) && TryMatch(words, folded, at, out hit))
            {
                return true;
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
        foreach (var entry in words.MayFollow(end > 1 ? before[^2] : '\0'))
        {
            var at = end - entry.Word.Length;
            if (before.EndsWith(entry.Word.AsSpan()) && (at == 0 || !IsLatin(folded[at]) || !IsLatin(folded[at - 1])))
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

    /// <summary>The words that share their first (or last) character, longest first, by their next character.</summary>
    private sealed class Group
    {
        private const int Buckets = 16;

        private readonly Entry[][] _bySecond = new Entry[Buckets][];

        /// <summary>A bit for each second character, or for several of them, so that most look-ups end here.</summary>
        private readonly ulong _seconds;

        public Group(List<Entry> entries, bool fromEnd)
        {
            for (var i = 0; i < Buckets; i++)
            {
                _bySecond[i] = [.. entries.Where(entry => entry.Word.Length == 1 || Bucket(entry.Word[fromEnd ? ^2 : 1]) == i)];
            }

            foreach (var entry in entries)
            {
                _seconds |= entry.Word.Length == 1 ? ulong.MaxValue : Bit(entry.Word[fromEnd ? ^2 : 1]);
            }
        }

        /// <summary>Those that may match before (or after) this character; NUL at the end of the text.</summary>
        public ReadOnlySpan<Entry> MayFollow(char second) => (_seconds & Bit(second)) != 0 ? _bySecond[Bucket(second)] : [];

        private static ulong Bit(char c) => 1ul << ((c ^ (c >> 6)) & 63);

        private static int Bucket(char c) => (c ^ (c >> 4)) & (Buckets - 1);
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
