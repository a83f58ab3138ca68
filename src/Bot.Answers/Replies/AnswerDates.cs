using System.Globalization;
using Bot.Chat;

namespace Bot.Answers.Replies;

/// <summary>How an answer writes days: for people in a chat, or ISO 8601 where a program may read it.</summary>
/// <param name="Iso">2026-01-06 everywhere.</param>
/// <param name="Today">Days of another year name theirs.</param>
public sealed record AnswerDates(Locale Locale, bool Iso, DateOnly Today)
{
    /// <summary>1月6日(火), Tue 6 Jan; with the year when it is not this year.</summary>
    public string Day(DateOnly date) => (Iso, Locale, date.Year == Today.Year) switch
    {
        (true, _, _) => Text(date, "yyyy-MM-dd"),
        (_, Locale.Japanese, true) => Text(date, "M月d日(ddd)"),
        (_, Locale.Japanese, false) => Text(date, "yyyy年M月d日(ddd)"),
        (_, _, true) => Text(date, "ddd d MMM"),
        _ => Text(date, "ddd d MMM yyyy"),
    };

    /// <summary>2026年1月6日, 6 Jan 2026: on a card that may be of any year.</summary>
    public string Full(DateOnly date) => (Iso, Locale) switch
    {
        (true, _) => Text(date, "yyyy-MM-dd"),
        (_, Locale.Japanese) => Text(date, "yyyy年M月d日"),
        _ => Text(date, "d MMM yyyy"),
    };

    /// <summary>1/6, 6 Jan: within a line and on a button.</summary>
    public string Short(DateOnly date) => (Iso, Locale, date.Year == Today.Year) switch
    {
        (true, _, _) => Text(date, "yyyy-MM-dd"),
        (_, Locale.Japanese, true) => Text(date, "M/d"),
        (_, Locale.Japanese, false) => Text(date, "yyyy/M/d"),
        (_, _, true) => Text(date, "d MMM"),
        _ => Text(date, "d MMM yyyy"),
    };

    private string Text(DateOnly date, string format) =>
        date.ToString(format, Locale == Locale.Japanese ? JapaneseCulture : CultureInfo.InvariantCulture);

    private static CultureInfo JapaneseCulture { get; } = CultureInfo.GetCultureInfo("ja-JP");
}
