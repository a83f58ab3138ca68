using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Dates;

/// <summary>What a document's file name reveals: 2026-01-15-evening.md.</summary>
public static class BriefingFileName
{
    /// <summary>The first whole date in the name; null if there is none.</summary>
    public static DateOnly? Date(string path)
    {
        var name = Folding.Fold(Path.GetFileNameWithoutExtension(path)).Replace('_', '-');
        var date = DateScanner.FindAll(name).FirstOrDefault(found => found.IsFull);
        if (date.IsFull)
        {
            return date.ToDate();
        }

        // 20260115 is too ambiguous in a text, but not in a file name.
        for (var i = 0; i + 8 <= name.Length; i++)
        {
            if (
                name.AsSpan(i, 8).ContainsAnyExceptInRange('0', '9')
                || (i > 0 && char.IsAsciiDigit(name[i - 1]))
                || (i + 8 < name.Length && char.IsAsciiDigit(name[i + 8]))
            )
            {
                continue;
            }

            if (
                DateOnly.TryParseExact(
                    name.AsSpan(i, 8),
                    "yyyyMMdd",
                    System.Globalization.CultureInfo.InvariantCulture,
                    System.Globalization.DateTimeStyles.None,
                    out var day
                )
            )
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>Name of the edition, from a word in the name; empty if there is none.</summary>
    public static string Edition(string path, Vocabulary? vocabulary = null) =>
        BriefingEdition.In(Path.GetFileNameWithoutExtension(path).Replace('_', '-'), vocabulary ?? Vocabulary.Default);
}
