using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Answers.Replies;

/// <summary>Formats days in an answer.</summary>
/// <param name="Form">For people in a chat, or ISO 8601 if a program may read it.</param>
/// <param name="Today">Days in another year show it.</param>
public sealed record AnswerDates(Locale Locale, DateForm Form, DateOnly Today)
{
    /// <summary>1月6日(火), Tue 6 Jan.</summary>
    public string Day(DateOnly date) => Dates.Day(date, Today, Locale, Form);

    /// <summary>A day as <see cref="Day"/>; a span from its first to its last day, open where it has none.</summary>
    public string Span(DateSpan days)
    {
        var texts = AnswerTexts.In(Locale);
        return days switch
        {
            { IsDay: true } => Day(days.From),
            _ when days == DateSpan.All => texts[AnswerText.SpanAllDays],
            _ when days.From == DateOnly.MinValue => texts.Of(AnswerText.SpanUntil, Short(days.To)),
            _ when days.To == DateOnly.MaxValue => texts.Of(AnswerText.SpanSince, Short(days.From)),
            _ => texts.Of(AnswerText.SpanFromTo, Short(days.From), Short(days.To)),
        };
    }

    /// <summary>2026年1月6日, 6 Jan 2026: for facts, which may be from any year.</summary>
    public string Full(DateOnly date) => Dates.Full(date, Locale, Form);

    /// <summary>1/6, 6 Jan: within a line and on a button.</summary>
    public string Short(DateOnly date) => Dates.Short(date, Today, Locale, Form);
}
