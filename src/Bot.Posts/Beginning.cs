using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>Takes from a sequence of blocks the longest beginning that there is room for.</summary>
public static class Beginning
{
    /// <param name="blocks">Clean blocks that stand in no document; may be taken apart.</param>
    /// <param name="fits">Whether there is room for a beginning; pure, and true for less of what it is true for.</param>
    /// <param name="wholeSentences">A text is cut between sentences or not at all; else at last between characters.</param>
    /// <returns>The beginning and what is left, in order; either may be empty.</returns>
    public static (List<Block> Taken, List<Block> Left) Of(IEnumerable<Block> blocks, Func<IReadOnlyList<Block>, bool> fits, bool wholeSentences)
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

        // A heading goes with what it heads.
        while (waiting.Count > 0 && taken is [.., HeadingBlock heading])
        {
            taken.RemoveAt(taken.Count - 1);
            waiting.Push(heading);
        }

        return (taken, [.. waiting]);
    }
}
