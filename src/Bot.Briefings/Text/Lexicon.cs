using System.Buffers;
using System.Collections.Frozen;

namespace Bot.Briefings.Text;

/// <summary>
/// Words that stand for a value, found in folded text in one look-up a position. A word that begins or ends with a
/// Latin letter or digit matches whole words only; a trailing * lets an ending follow (invest* finds investing).
/// </summary>
public sealed class Lexicon<T>
{
    private readonly FrozenDictionary<char, Entry[]> _entries;
    private readonly Entry[]?[] _ascii = new Entry[]?[128];
    private readonly SearchValues<char> _openers;

    public Lexicon(IEnumerable<KeyValuePair<string, T>> words)
    {
        _entries = words
            .Select(pair => (Word: Folding.Fold(pair.Key.Trim()), pair.Value))
            .Where(pair => pair.Word.TrimEnd('*').Length > 0)
            .Select(pair => new Entry(pair.Word.TrimEnd('*'), pair.Value, pair.Word.EndsWith('*')))
            .GroupBy(entry => entry.Word[0])
            .ToFrozenDictionary(
                group => group.Key,
                group => group.GroupBy(entry => entry.Word).Select(same => same.Last()).OrderByDescending(entry => entry.Word.Length).ToArray());
        _openers = SearchValues.Create([.. _entries.Keys]);
        foreach (var (first, entries) in _entries.Where(pair => pair.Key < _ascii.Length))
        {
            _ascii[first] = entries;
        }
    }

    private sealed record Entry(string Word, T Value, bool Open);

    public readonly record struct Hit(int Start, int Length, T Value)
    {
        public int End => Start + Length;
    }

    /// <summary>The longest word that starts exactly at <paramref name="at"/>; what stands before it is not looked at.</summary>
    public bool TryMatch(ReadOnlySpan<char> folded, int at, out Hit hit)
    {
        hit = default;
        if (at >= folded.Length || Entries(folded[at]) is not { } entries)
        {
            return false;
        }

        var rest = folded[at..];
        foreach (var entry in entries)
        {
            if (rest.StartsWith(entry.Word, StringComparison.Ordinal) && (entry.Open || !Joins(entry.Word[^1], rest, entry.Word.Length)))
            {
                hit = new Hit(at, entry.Word.Length, entry.Value);
                return true;
            }
        }

        return false;
    }

    /// <summary>The first word at or after <paramref name="from"/>, longest at its place.</summary>
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

            // Inside a Latin word no other begins.
            while (latin && at + 1 < folded.Length && IsLatin(folded[at + 1]))
            {
                at++;
            }
        }

        hit = default;
        return false;
    }

    /// <summary>A word can begin with this character.</summary>
    public bool Opens(char c) => Entries(c) is not null;

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

    /// <summary>The whole text, apart from spaces around it, is one of the words.</summary>
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
        const int Longest = 24;
        for (var at = Math.Max(0, end - Longest); at < end; at++)
        {
            if ((at == 0 || !IsLatin(folded[at]) || !IsLatin(folded[at - 1])) && TryMatch(folded[..end], at, out hit) && hit.End == end)
            {
                return true;
            }
        }

        hit = default;
        return false;
    }

    private Entry[]? Entries(char c) => c < _ascii.Length ? _ascii[c] : _entries.GetValueOrDefault(c);

    private static bool Joins(char last, ReadOnlySpan<char> rest, int length) =>
        IsLatin(last) && length < rest.Length && IsLatin(rest[length]);

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '\u00C0' and <= '\u024F';
}
