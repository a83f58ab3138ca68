namespace Bot.Briefings.Filters;

/// <summary>Whether one word may be another one that was mistyped.</summary>
internal static class Misspelling
{
    /// <summary>Longer words are no names of anything here. In UTF-16 code units.</summary>
    private const int Longest = 32;

    /// <summary>
    /// How far a word is from the one that may be meant: letters to insert, drop or change, few for its length. Of two or three characters
    /// of Japanese one may be another. Null if it is too far to be meant.
    /// </summary>
    public static int? Distance(string typed, string meant)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(meant);
        var most =
            meant.Length >= 6 ? 2
            : meant.Length >= 4 ? 1
            : meant.Length >= 2 && typed.Length == meant.Length && meant.All(IsJapanese) && typed.All(IsJapanese) ? 1
            : 0;
        if (typed.Length > Longest || Math.Abs(typed.Length - meant.Length) > most)
        {
            return null;
        }

        var distance = Edits(typed, meant);
        return distance <= most ? distance : null;
    }

    /// <summary>The likeliest of some words; null if none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> meant) =>
        meant
            .Select(word => (Word: word, Distance: Distance(typed, word)))
            .Where(one => one.Distance is not null)
            .OrderBy(one => one.Distance)
            .Select(one => one.Word)
            .FirstOrDefault();

    private static bool IsJapanese(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF');

    private static int Edits(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (left, diagonal) = (i, i - 1);
            for (var j = 1; j <= other.Length; j++)
            {
                left = Math.Min(Math.Min(left, row[j]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }

            row[0] = i;
        }

        return row[^1];
    }
}
