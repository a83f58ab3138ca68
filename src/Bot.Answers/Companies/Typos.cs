namespace Bot.Answers.Companies;

/// <summary>
/// Counts the typing mistakes between two names: letters added, left out, replaced, or two neighbours changed places (optimal string
/// alignment). A thousand names are compared within one question, so it gives up as soon as there are too many and allocates nothing.
/// </summary>
internal static class Typos
{
    /// <param name="most">0 or more.</param>
    /// <returns>The fewest mistakes, or <paramref name="most"/> + 1 for more than that.</returns>
    public static int Count(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        var shared = one.CommonPrefixLength(other);
        one = one[shared..];
        other = other[shared..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }

        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        if (one.Length == 0 || other.Length == 0)
        {
            return Math.Max(one.Length, other.Length);
        }

        // Three rows of the table: this letter's, and those of the two before it.
        var width = other.Length + 1;
        Span<int> rows = width <= 128 ? stackalloc int[3 * width] : new int[3 * width];
        var row = rows[..width];
        var before = rows[width..(2 * width)];
        var earlier = rows[(2 * width)..];
        for (var at = 0; at < width; at++)
        {
            before[at] = at;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var at = 1; at < width; at++)
            {
                var count = Math.Min(Math.Min(before[at], row[at - 1]) + 1, before[at - 1] + (one[i - 1] == other[at - 1] ? 0 : 1));
                if (i > 1 && at > 1 && one[i - 1] == other[at - 2] && one[i - 2] == other[at - 1])
                {
                    count = Math.Min(count, earlier[at - 2] + 1);
                }

                row[at] = count;
                least = Math.Min(least, count);
            }

            // Exchanged neighbours come from the row before: only two rows of too many end it.
            if (least > most + 1)
            {
                return most + 1;
            }

            var free = earlier;
            earlier = before;
            before = row;
            row = free;
        }

        return Math.Min(before[^1], most + 1);
    }
}
