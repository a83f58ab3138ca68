using System.Globalization;
using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Catchup;

/// <summary>How long somebody has to read, in minutes. Canonically <c>3min</c>.</summary>
public static class ReadingBudget
{
    public const int Default = 3;

    /// <summary>Longer answers are no catching up; more minutes mean as many.</summary>
    public const int Most = 30;

    /// <summary>Characters of plain text that are read in a minute.</summary>
    public const int CharactersPerMinute = 550;

    private const int MostWords = 2;

    private static readonly IReadOnlyList<string> Units = WordList.Of(AnswerText.UnitMinutes);

    private static readonly int[] Offered = [1, 3, 5, 10];

    public static CommandArgument Argument { get; } =
        new(
            "minutes",
            AnswerTexts.Both(AnswerText.CommandCatchupMinutes),
            [
                .. Offered.Select(minutes => new CommandChoice(
                    Value(minutes),
                    new(
                        AnswerTexts.In(Chat.Locale.Japanese).Of(AnswerText.ChoiceMinutes, minutes),
                        AnswerTexts.In(Chat.Locale.English).Of(AnswerText.ChoiceMinutes, minutes)
                    ),
                    []
                )),
            ]
        )
        {
            Label = AnswerTexts.Both(AnswerText.ArgumentMinutes),
        };

    public static string Value(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes}min");

    /// <summary>Takes the minutes from a call's words, from 1 to <see cref="Most"/>; null if there are none.</summary>
    public static int? Take(ArgumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Take<int>(MostWords, Read);
    }

    private static int? Read(string text)
    {
        var words = AskedText.Clean(text).ToLowerInvariant();
        var digits = words.TakeWhile(char.IsAsciiDigit).Count();
        return
            digits is > 0 and <= 4
            && Units.Contains(words[digits..].Trim())
            && int.Parse(words.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and var minutes
            ? Math.Min(minutes, Most)
            : null;
    }
}
