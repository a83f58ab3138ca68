using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>Takes the longest beginning of a block sequence that fits.</summary>
public static class Beginning
{
    /// <param name="blocks">Clean blocks, detached from any document; may be modified.</param>
    /// <param name="fits">Whether a beginning fits. Must be pure and monotonic: true for any part of what it is true for.</param>
    /// <param name="wholeSentences">
    /// If true, text is cut only between sentences; if false, as a last resort also between characters.
    /// </param>
    /// <returns>The beginning and the rest, in order; either may be empty.</returns>
    public static (List<Block> Taken, List<Block> Left) Of(
        IEnumerable<Block> blocks,
        Func<IReadOnlyList<Block>, bool> fits,
        bool wholeSentences
    )
    {
        ArgumentNullException.ThrowIfNull(fits);
        var waiting = new Stack<Block>(blocks.Reverse());
        var taken = new List<Block>();
        while (waiting.TryPop(out var block))
        {
            if (fits([.. taken, block]))
            {
                taken.Add(block);
            }
            else if (BlockDivision.Pieces(block) is { } pieces)
            {
                foreach (var piece in Enumerable.Reverse(pieces))
                {
                    waiting.Push(piece);
                }
            }
            else
            {
                if (BlockDivision.Head(block, start => fits([.. taken, start]), mayLoosen: false, wholeSentences) is { } cut)
                {
                    taken.Add(cut.Head);
                    block = cut.Tail;
                }

                waiting.Push(block);
                break;
            }
        }

        // A heading stays with its content.
        while (waiting.Count > 0 && taken is [.., HeadingBlock heading])
        {
            taken.RemoveAt(taken.Count - 1);
            waiting.Push(heading);
        }

        return (taken, [.. waiting]);
    }
}
