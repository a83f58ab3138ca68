using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Briefings.Model;
using Bot.Chat.Commands;

namespace Bot.Answers.Outlooks;

/// <summary>The horizons as an argument: its choices are data of the catalogue, and the same data reads what was typed.</summary>
public static partial class HorizonArgument
{
    public static CommandArgument Argument { get; } = new(
        "horizon",
        AnswerTexts.Both(AnswerText.CommandOutlookHorizon),
        [
            new("short", AnswerTexts.Both(AnswerText.ChoiceShort), ["短期", "短", "短い", "近い将来", "目先", "s", "near", "shortterm", "nearterm"]),
            new("medium", AnswerTexts.Both(AnswerText.ChoiceMedium), ["中期", "中", "中くらい", "m", "mid", "middle", "mediumterm", "midterm"]),
            new("long", AnswerTexts.Both(AnswerText.ChoiceLong), ["長期", "長", "長い", "遠い将来", "l", "far", "longterm"]),
        ])
    {
        Label = AnswerTexts.Both(AnswerText.ArgumentHorizon),
    };

    /// <summary>
    /// Reads a horizon in any spelling, or a number of years (3年, 2 years, 1y): one year is short, up to three medium, more
    /// is long, as briefings divide them. Width, case, hyphens and a word like 展望 or outlook behind it do not matter.
    /// </summary>
    /// <returns>False if it means none; an empty text is no horizon either.</returns>
    public static bool TryParse(string text, out Horizon horizon)
    {
        var word = Filler().Replace(AskedText.Clean(text).ToLowerInvariant(), "");
        horizon = Horizon.Short;
        if (Years().Match(word) is { Success: true } years)
        {
            horizon = int.Parse(years.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) switch
            {
                <= 1 => Horizon.Short,
                <= 3 => Horizon.Medium,
                _ => Horizon.Long,
            };
            return true;
        }

        foreach (var choice in Argument.Choices)
        {
            if (word.Length > 0 && (word == choice.Value || choice.Words.Contains(word)))
            {
                horizon = Enum.Parse<Horizon>(choice.Value, ignoreCase: true);
                return true;
            }
        }

        return false;
    }

    public static string Value(Horizon horizon) => Argument.Choices[(int)horizon].Value;

    [GeneratedRegex("[ ,、。]|(?<=\\p{L})[\\-_.]|の?(展望|見通し|見込み)$|(outlook|horizon)$", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex("^([0-9]{1,3})(年|ヶ年|か年|y|yr|yrs|year|years)?(後|以内|先)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Years();
}
