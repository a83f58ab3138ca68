using Bot.Briefings.Model;

namespace Bot.Chat.Text;

/// <summary>The months that a horizon spans, as its label names them.</summary>
public static class HorizonMonths
{
    /// <summary><c>目安 2027年1月〜2029年1月</c>; null if the label names no time.</summary>
    public static string? Of(Outlook outlook, Locale locale)
    {
        var texts = Texts.In(locale);
        return (outlook.From, outlook.To) switch
        {
            (null, null) => null,
            (null, { } to) => texts.Format("WindowUntil", Dates.Month(to, locale)),
            ({ } from, null) => texts.Format("WindowFrom", Dates.Month(from, locale)),
            ({ } from, { } to) => texts.Format("WindowBetween", Dates.Month(from, locale), Dates.Month(to, locale)),
        };
    }
}
