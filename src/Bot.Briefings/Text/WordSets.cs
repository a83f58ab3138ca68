namespace Bot.Briefings.Text;

/// <summary>Many lists of words at once: one pass over a text tells which lists have a word in it.</summary>
/// <param name="lists">At most 32; the bit of a list is its place.</param>
internal sealed class WordSets(params IReadOnlyList<IEnumerable<string>> lists)
{
    private readonly Lexicon<uint> _words = new(
        lists
            .SelectMany((words, place) => words.Select(word => (Word: Folding.Fold(word.Trim()), Bit: 1u << place)))
            .GroupBy(pair => pair.Word)
            .Select(same => KeyValuePair.Create(same.Key, same.Aggregate(0u, (bits, pair) => bits | pair.Bit)))
    );

    /// <summary>The bits of the lists that have a word in the text, as <see cref="Lexicon{T}.Contains"/> finds it.</summary>
    public uint In(ReadOnlySpan<char> folded)
    {
        var bits = 0u;
        var words = _words.ByFirst;
        for (var at = 0; at < folded.Length; at++)
        {
            if (words.Of(folded[at], Lexicon<uint>.Next(folded, at)) is not { } entries || !Lexicon<uint>.MayBegin(folded, at))
            {
                continue;
            }

            foreach (var entry in entries)
            {
                bits |= (bits | entry.Value) != bits && Lexicon<uint>.IsAt(entry, folded, at) ? entry.Value : 0;
            }
        }

        return bits;
    }
}
