using System.Globalization;
using Bot.Archive.Queries;
using Bot.Chat;

namespace Bot.Answers.Arguments;

/// <summary>Finds the edition that a question names: a word for one that its day has, or <c>2026-01-06/evening</c>.</summary>
public sealed class AskedEditions(AskedTimes times, BriefingQueries briefings)
{
    private const int IsoLength = 10;

    /// <summary>Reads a call's text.</summary>
    /// <param name="pinned">The day that the call is about where its text names none; null: the newest.</param>
    /// <returns>The text without the edition, and the edition; empty: none is named.</returns>
    public async Task<(string Text, string Edition)> ReadAsync(
        string text,
        Series series,
        DateOnly? pinned,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(series);
        var whole = new ArgumentWords(text);
        if (whole.IsEmpty)
        {
            return (text, "");
        }

        var parts = whole.Left.Split(' ').Select(Parted).ToList();
        var words = new ArgumentWords(string.Join(' ', parts.Select(part => part.Word)));
        var day =
            (
                await times.TakeAsync(new ArgumentWords(words.Left), series, cancellationToken) is { IsDay: true } named
                    ? named.From
                    : (DateOnly?)null
            )
            ?? pinned
            ?? (await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken))?.Date;
        if (day is not { } asked)
        {
            return (text, "");
        }

        var written = parts.Select(part => part.Edition).FirstOrDefault(one => one.Length > 0) ?? "";
        var editions = (await briefings.EditionsAsync(series.Key, asked, cancellationToken))
            .Select(briefing => briefing.Edition)
            .Where(one => one.Length > 0)
            .ToList();
        if (written.Length > 0)
        {
            return (words.Left, editions.Find(one => EditionNames.Means(written, one)) ?? written);
        }

        var edition = editions.Find(one =>
            !one.All(char.IsAsciiDigit) && words.Take<bool>(1, word => EditionNames.Means(word, one) ? true : null) == true
        );
        return edition is null ? (text, "") : (words.Left, edition);
    }

    /// <summary>A text without the editions that stand behind a day, and without the words of those that every series knows.</summary>
    public static string Without(string text) =>
        string.Join(
            ' ',
            new ArgumentWords(text).Left.Split(' ').Where(word => !EditionNames.IsKnown(word)).Select(word => Parted(word).Word)
        );

    /// <summary>A day and its edition apart; the edition is empty where the word is anything else.</summary>
    private static (string Word, string Edition) Parted(string word) =>
        word.Length > IsoLength + 1
        && word[IsoLength] == '/'
        && DateOnly.TryParseExact(word.AsSpan(0, IsoLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? (word[..IsoLength], word[(IsoLength + 1)..])
            : (word, "");
}
