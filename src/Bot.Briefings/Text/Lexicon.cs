using System.Runtime.CompilerServices;

namespace Bot.Briefings.Text;

/// <summary>
/// Words that map to a value, found in folded text with one look-up per position. A word that starts or ends with a Latin letter or digit
/// matches only whole words; a trailing * allows an ending (invest* finds investing).
/// </summary>
public sealed partial class Lexicon<T>
{
    private readonly List<Spelling> _spellings;
    private List<Entry>? _entries;

    /// <summary>
    /// Made when they are first asked for: a start needs few of them, and most lists are never looked up from their end. Whichever of
    /// two threads comes second has made the same.
    /// </summary>
    private Table? _byFirst;

    private Table? _byLast;

    private HashSet<char>? _firsts;

    /// <param name="words">Of two that fold to the same, the later one counts.</param>
    public Lexicon(IEnumerable<KeyValuePair<string, T>> words)
        : this(Spelled(words)) { }

    /// <param name="spellings">Not to be changed afterwards.</param>
    internal Lexicon(List<Spelling> spellings) => _spellings = spellings;

    /// <summary>A word as it is given.</summary>
    internal sealed record Spelling(string Text, T Value);

    internal sealed record Entry(string Word, T Value, bool Open);

    public readonly record struct Hit(int Start, int Length, T Value)
    {
        public int End => Start + Length;
    }

    /// <summary>The words by their beginning.</summary>
    internal Table ByFirst => _byFirst ??= new Table(Folded(), fromEnd: false);

    private Table ByLast => _byLast ??= new Table(Folded(), fromEnd: true);

    private static List<Spelling> Spelled(IEnumerable<KeyValuePair<string, T>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var spellings = new List<Spelling>();
        foreach (var (text, value) in words)
        {
            spellings.Add(new(text, value));
        }

        return spellings;
    }

    /// <summary>Each word once, the longest first. Loops, as LINQ over other value types is compiled anew at every start.</summary>
    private List<Entry> Folded()
    {
        if (_entries is { } made)
        {
            return made;
        }

        var byWord = new Dictionary<string, Entry>(_spellings.Count, StringComparer.Ordinal);
        foreach (var spelling in _spellings)
        {
            var word = Folding.Fold(spelling.Text.Trim());
            var bare = word.TrimEnd('*');
            if (bare.Length > 0)
            {
                byWord[bare] = new Entry(bare, spelling.Value, Open: word[^1] == '*');
            }
        }

        var entries = new List<Entry>(byWord.Values);
        entries.Sort((one, other) => other.Word.Length.CompareTo(one.Word.Length));
        return _entries = entries;
    }

    /// <summary>The longest word that starts exactly at <paramref name="at"/>, whatever precedes it.</summary>
    public bool TryMatch(ReadOnlySpan<char> folded, int at, out Hit hit)
    {
        hit = default;
        return at < folded.Length && ByFirst.Of(folded[at], Next(folded, at)) is { } words && TryMatch(words, folded, at, out hit);
    }

    private static bool TryMatch(Entry[] words, ReadOnlySpan<char> folded, int at, out Hit hit)
    {
        foreach (var entry in words)
        {
            if (IsAt(entry, folded, at))
            {
                hit = new Hit(at, entry.Word.Length, entry.Value);
                return true;
            }
        }

        hit = default;
        return false;
    }

    /// <summary>Whether a word may begin here: not inside a Latin one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool MayBegin(ReadOnlySpan<char> folded, int at) => at == 0 || !IsLatin(folded[at]) || !IsLatin(folded[at - 1]);

    internal static bool IsAt(Entry entry, ReadOnlySpan<char> folded, int at)
    {
        var rest = folded[at..];
        return rest.StartsWith(entry.Word.AsSpan()) && (entry.Open || !Joins(entry.Word[^1], rest, entry.Word.Length));
    }

    /// <summary>The first word at or after <paramref name="from"/>, and the longest at its position.</summary>
    public bool TryFind(ReadOnlySpan<char> folded, int from, out Hit hit)
    {
        var firsts = ByFirst;
        for (var at = from; at < folded.Length; at++)
        {
            if (firsts.Of(folded[at], Next(folded, at)) is { } words && MayBegin(folded, at) && TryMatch(words, folded, at, out hit))
            {
                return true;
            }
        }

        hit = default;
        return false;
    }

    /// <summary>The characters with which a word can start.</summary>
    public IReadOnlyCollection<char> Openings => Firsts;

    /// <summary>Whether a word can start with this character.</summary>
    public bool Opens(char c) => Firsts.Contains(c);

    private HashSet<char> Firsts => _firsts ??= [.. Folded().ConvertAll(entry => entry.Word[0])];

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
        if (end <= 0 || end > folded.Length || ByLast.Of(folded[end - 1], end > 1 ? folded[end - 2] : '\0') is not { } words)
        {
            return false;
        }

        var before = folded[..end];
        foreach (var entry in words)
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

    /// <summary>The character behind a position; NUL at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static char Next(ReadOnlySpan<char> folded, int at) => at + 1 < folded.Length ? folded[at + 1] : '\0';

    private static bool Joins(char last, ReadOnlySpan<char> rest, int length) =>
        IsLatin(last) && length < rest.Length && IsLatin(rest[length]);

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '\u00C0' and <= '\u024F';
}
