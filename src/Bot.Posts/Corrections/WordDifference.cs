using Bot.Chat;
using Bot.Chat.Text;
using DiffPlex;
using DiffPlex.Model;
using Markdig;

namespace Bot.Posts.Corrections;

/// <summary>The words that changed between two versions of a running text: <c>12億円 → 15億円</c>.</summary>
internal static class WordDifference
{
    /// <summary>More than so many places are a text that was written anew.</summary>
    private const int MostPlaces = 2;

    /// <summary>In grapheme clusters, on either side of the arrow.</summary>
    private const int LongestPlace = 30;

    /// <summary>
    /// Each changed place; empty if nothing changed but marks and citations, or too much to be told in a line.
    /// </summary>
    /// <param name="before">Markdown.</param>
    /// <param name="after">Markdown.</param>
    public static IReadOnlyList<string> Between(string before, string after, Locale locale)
    {
        var (old, now) = (Words(before), Words(after));
        var difference = Differ.Instance.CreateDiffs(old, now, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance);
        var places = Joined(difference.DiffBlocks, difference.PiecesOld)
            .Select(block =>
                (Old: Of(difference.PiecesOld, block.OldFrom, block.OldTo), Now: Of(difference.PiecesNew, block.NewFrom, block.NewTo))
            )
            .Where(place => place.Old != place.Now)
            .ToList();
        return places.Count is 0 or > MostPlaces || places.Exists(place => IsLong(place.Old) || IsLong(place.Now))
            ? []
            : places.ConvertAll(place => Told(place.Old, place.Now, Texts.In(locale)));
    }

    private static string Told(string old, string now, Texts texts) =>
        old.Length == 0 ? texts.Format("CorrectionAdded", now)
        : now.Length == 0 ? texts.Format("CorrectionGone", old)
        : texts.Format("CorrectionFromTo", old, now);

    private static bool IsLong(string words) => Graphemes.Cut(words, LongestPlace).Length < words.Length;

    /// <summary>Places with a single word, blank or mark between them are read as one.</summary>
    private static List<(int OldFrom, int OldTo, int NewFrom, int NewTo)> Joined(IList<DiffBlock> blocks, IReadOnlyList<string> old)
    {
        var joined = new List<(int OldFrom, int OldTo, int NewFrom, int NewTo)>();
        foreach (var block in blocks)
        {
            var place = (
                OldFrom: block.DeleteStartA,
                OldTo: block.DeleteStartA + block.DeleteCountA,
                NewFrom: block.InsertStartB,
                NewTo: block.InsertStartB + block.InsertCountB
            );
            if (joined is [.., var last] && place.OldFrom - last.OldTo <= 1 && place.OldFrom < old.Count)
            {
                joined[^1] = (last.OldFrom, place.OldTo, last.NewFrom, place.NewTo);
            }
            else
            {
                joined.Add(place);
            }
        }

        return joined;
    }

    /// <summary>A stem and its ending are one word: 上がりました, not 上.</summary>
    private static string Of(IReadOnlyList<string> words, int from, int to)
    {
        if (from < to && from > 0 && WordChunker.IsEnding(words[from]) && WordChunker.IsStem(words[from - 1]))
        {
            from--;
        }

        if (from < to && to < words.Count && WordChunker.IsStem(words[to - 1]) && WordChunker.IsEnding(words[to]))
        {
            to++;
        }

        return string.Concat(words.Take(from..to)).Trim();
    }

    private static string Words(string markdown) => Markdown.ToPlainText(EntryDifference.WithoutCitations(markdown)).Trim();
}
