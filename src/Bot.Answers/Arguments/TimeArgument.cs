using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat.Commands;

namespace Bot.Answers.Arguments;

/// <summary>
/// A time as people write it: a day (<see cref="DateArgument"/>), a span with a name (last week, this month, 2026-01, Q1), a number of
/// days, weeks, months or years back from today, since a day, until a day, from one day to another. Canonically <c>2026-01-06</c> or
/// <c>2026-01-01..2026-01-06</c>, which mean the same whenever they are read.
/// </summary>
/// <param name="today">The current day in the series' time zone.</param>
/// <param name="newest">Date of the newest briefing.</param>
public sealed class TimeArgument(DateOnly today, DateOnly newest)
{
    /// <summary>Maximum words for one time, as in "from 6 jan 2026 to 9 jan 2026".</summary>
    public const int MostWords = 8;

    /// <summary>Between the two days of a span.</summary>
    private const string Between = "..";

    /// <summary>No year that people ask about lies behind it.</summary>
    private static readonly DateOnly Late = new(2999, 3, 1);

    private static readonly IReadOnlyList<string> Since = WordList.Of(AnswerText.WordsSince);
    private static readonly IReadOnlyList<string> Until = WordList.Of(AnswerText.WordsUntil);
    private static readonly IReadOnlyList<string> To = WordList.Of(AnswerText.WordsTo);

    private readonly DateArgument _days = new(today, newest);
    private readonly NamedSpans _spans = new(today, newest);

    /// <summary>The day of the newest briefing.</summary>
    public DateSpan Newest { get; } = DateSpan.Of(newest);

    /// <summary>The argument of every command that takes a time.</summary>
    public static CommandArgument Describe(TimeSuggestions suggestions) =>
        new("date", AnswerTexts.Both(AnswerText.ArgumentDateSummary), [])
        {
            Label = AnswerTexts.Both(AnswerText.ArgumentDate),
            Suggestions = suggestions,
        };

    /// <summary>Whether the text can be a time, whatever today is.</summary>
    public static bool Understands(string text) => new TimeArgument(Late, Late).Read(text) is not null;

    /// <summary>Takes a time from a call's words; null if there is none.</summary>
    public DateSpan? Take(ArgumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Take(MostWords, Read);
    }

    /// <summary>Null if the text is not a time.</summary>
    public DateSpan? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Trim().ToLowerInvariant();
        return Simple(words) ?? FromTo(words) ?? HalfOpen(words);
    }

    /// <summary>The canonical form.</summary>
    public static string Text(DateSpan days) => days.IsDay ? Iso(days.From) : Bound(days.From) + Between + Bound(days.To);

    private DateSpan? Simple(string words) => _days.Read(words) is { } day ? DateSpan.Of(day) : _spans.Read(words);

    private DateSpan? FromTo(string words)
    {
        foreach (var between in To.Prepend(Between))
        {
            for (
                var at = words.IndexOf(between, StringComparison.Ordinal);
                at >= 0;
                at = words.IndexOf(between, at + between.Length, StringComparison.Ordinal)
            )
            {
                var from = Without(Since, words[..at].Trim(), atStart: true);
                var to = Without(Until, words[(at + between.Length)..].Trim(), atStart: false);
                if (from.Length > 0 && to.Length > 0 && Simple(from) is { } first && Simple(to) is { } last)
                {
                    return first.From <= last.To ? new DateSpan(first.From, last.To) : new DateSpan(last.From, first.To);
                }
            }
        }

        return null;
    }

    private DateSpan? HalfOpen(string words) =>
        Opened(Since, words) is { } since ? UpToNow(since.From)
        : Opened(Until, words) is { } until ? new DateSpan(DateOnly.MinValue, until.To)
        : words.EndsWith(Between, StringComparison.Ordinal) && Simple(words[..^Between.Length]) is { } from ? UpToNow(from.From)
        : words.StartsWith(Between, StringComparison.Ordinal) && Simple(words[Between.Length..]) is { } to
            ? new DateSpan(DateOnly.MinValue, to.To)
        : null;

    /// <summary>Ends with the newest briefing, so that the same words mean the same when they are repeated later.</summary>
    private DateSpan UpToNow(DateOnly from) =>
        new(
            from,
            from <= newest ? newest
                : from <= today ? today
                : DateOnly.MaxValue
        );

    /// <summary>The time beside one of the words, which stand before it in English and behind it in Japanese.</summary>
    private DateSpan? Opened(IReadOnlyList<string> marks, string words)
    {
        foreach (var bare in new[] { Without(marks, words, atStart: true), Without(marks, words, atStart: false) })
        {
            if (bare.Length < words.Length && Simple(bare) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private static string Without(IReadOnlyList<string> marks, string words, bool atStart)
    {
        var mark = marks
            .Where(mark =>
                atStart ? words.StartsWith(mark + " ", StringComparison.Ordinal) : words.EndsWith(mark, StringComparison.Ordinal)
            )
            .MaxBy(mark => mark.Length);
        return mark is null ? words
            : atStart ? words[mark.Length..].Trim()
            : words[..^mark.Length].Trim();
    }

    private static string Bound(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? "" : Iso(day);

    private static string Iso(DateOnly day) => Chat.Text.Dates.Iso(day);
}
