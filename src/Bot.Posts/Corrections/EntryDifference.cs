using System.Text.RegularExpressions;
using Bot.Briefings.Model;
using Bot.Chat;

namespace Bot.Posts.Corrections;

/// <summary>Differences between the named entries of a section: news by headline, outlooks by label.</summary>
internal static partial class EntryDifference
{
    public static IReadOnlyList<string> Between<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> nameOf, Locale locale)
        where T : Entry
    {
        var texts = Texts.In(locale);
        var gone = before.Where(entry => !after.Any(other => nameOf(other) == nameOf(entry))).ToList();
        var added = after.Where(entry => !before.Any(other => nameOf(other) == nameOf(entry))).ToList();
        // One gone and one added: the name itself was corrected.
        var renamed = gone.Count == 1 && added.Count == 1;
        return
        [
            .. after
                .DistinctBy(nameOf, StringComparer.Ordinal)
                .Where(entry => before.Any(other => nameOf(other) == nameOf(entry)))
                .Where(entry =>
                    !before.Any(other =>
                        nameOf(other) == nameOf(entry) && WithoutCitations(other.Markdown) == WithoutCitations(entry.Markdown)
                    )
                )
                .Select(entry => Changed(before.First(other => nameOf(other) == nameOf(entry)), entry, nameOf(entry), texts)),
            .. renamed ? [texts.Format("CorrectionFromTo", nameOf(gone[0]), nameOf(added[0]))] : Array.Empty<string>(),
            .. renamed ? [] : added.Select(entry => texts.Format("CorrectionAdded", nameOf(entry))),
            .. renamed ? [] : gone.Select(entry => texts.Format("CorrectionGone", nameOf(entry))),
        ];
    }

    /// <summary>The entry by name, with the words that changed where they can be told.</summary>
    private static string Changed(Entry before, Entry after, string name, Texts texts)
    {
        var words = WordDifference.Between(before.Markdown, after.Markdown, texts.Locale);
        return words.Count == 0 ? name : texts.Format("CorrectionOfWords", name, string.Join(texts.Separator, words));
    }

    /// <summary>Moving a source in the list renumbers all those after it; that is no correction.</summary>
    public static string WithoutCitations(string markdown) => Citation().Replace(markdown, "").Trim();

    [GeneratedRegex(@"\s*[\[［]\s*[0-9０-９]+(?:\s*[,、，]\s*[0-9０-９]+)*\s*[\]］]", RegexOptions.NonBacktracking)]
    private static partial Regex Citation();
}
