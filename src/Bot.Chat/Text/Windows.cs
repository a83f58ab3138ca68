using Bot.Briefings.Model;

namespace Bot.Chat.Text;

/// <summary>The months that a horizon spans, computed from the briefing's day and the years in its label.</summary>
public static class Windows
{
    /// <summary><c>目安 2027年1月〜2029年1月</c>; null if the label names no years or they lead beyond the calendar.</summary>
    public static string? Of(Outlook outlook, DateOnly date, Locale locale)
    {
        var from = Month(outlook.FromYears, date, locale);
        var to = Month(outlook.ToYears, date, locale);
        var texts = Texts.In(locale);
        return (from, to) switch
        {
            (null, null) => null,
            (null, _) => texts.Format("WindowUntil", to),
            (_, null) => texts.Format("WindowFrom", from),
            _ => texts.Format("WindowBetween", from, to),
        };
    }

    private static string? Month(int? years, DateOnly date, Locale locale) =>
        years is > 0 and { } count && date.Year + count <= DateOnly.MaxValue.Year ? Dates.Month(date.AddYears(count), locale) : null;
}
