using System.Globalization;
using Bot.Answers.Arguments;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat.Commands;

namespace Bot.Answers.Trends;

/// <summary>Some weeks of seven days each, the last of which ends on the last day.</summary>
/// <param name="Count">From 1 to <see cref="Most"/>.</param>
public sealed record TrendWeeks(DateOnly Last, int Count)
{
    public const int Usual = 8;

    public const int Most = 52;

    private const int DaysOfWeek = 7;

    private static readonly IReadOnlyList<string> Units = WordList.Of(AnswerText.UnitWeeks);

    private static readonly int[] Offered = [4, 8, 12, 26, 52];

    public static CommandArgument Argument { get; } =
        new(
            "weeks",
            AnswerTexts.Both(AnswerText.CommandTrendWeeks),
            [
                .. Offered.Select(weeks => new CommandChoice(
                    Value(weeks),
                    new(
                        AnswerTexts.In(Chat.Locale.Japanese).Of(AnswerText.ChoiceWeeks, weeks),
                        AnswerTexts.In(Chat.Locale.English).Of(AnswerText.ChoiceWeeks, weeks)
                    ),
                    []
                )),
            ]
        )
        {
            Label = AnswerTexts.Both(AnswerText.ArgumentWeeks),
        };

    /// <summary>Canonically <c>8w</c>.</summary>
    public static string Value(int weeks) => string.Create(CultureInfo.InvariantCulture, $"{weeks}w");

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<DateSpan> Spans => [.. Enumerable.Range(1, Count).Select(n => Span(Count - n))];

    public DateSpan Days => new(Span(Count - 1).From, Last);

    /// <summary>Takes a number of weeks, with its unit or bare, from a call's words.</summary>
    public static int? Take(ArgumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Take<int>(2, text => Read(text, isBare: false)) ?? words.Take<int>(1, text => Read(text, isBare: true));
    }

    /// <summary>As many weeks as the days begin.</summary>
    public static TrendWeeks Of(DateSpan days, DateOnly last)
    {
        var to = days.To < last ? days.To : last;
        var count = days.IsDay ? Usual : Math.Max(1, (to.DayNumber - days.From.DayNumber + DaysOfWeek) / DaysOfWeek);
        return new TrendWeeks(to, Math.Min(count, Most));
    }

    private static int? Read(string text, bool isBare)
    {
        var words = text.ToLowerInvariant();
        var digits = words.TakeWhile(char.IsAsciiDigit).Count();
        var unit = words[digits..].Trim();
        return
            digits is > 0 and <= 3
            && (isBare ? unit.Length == 0 : Units.Contains(unit))
            && int.Parse(words.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and var weeks
            ? Math.Min(weeks, Most)
            : null;
    }

    private DateSpan Span(int ago)
    {
        var to = Last.DayNumber - (ago * DaysOfWeek);
        return new DateSpan(DateOnly.FromDayNumber(Math.Max(0, to - DaysOfWeek + 1)), DateOnly.FromDayNumber(Math.Max(0, to)));
    }
}
