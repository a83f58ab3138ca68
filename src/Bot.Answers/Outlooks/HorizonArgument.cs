using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Briefings.Model;
using Bot.Chat.Commands;

namespace Bot.Answers.Outlooks;

/// <summary>The horizons as an argument: the catalogue's choices also define how typed text is read.</summary>
public static partial class HorizonArgument
{
    private const int MostWords = 4;

    private static readonly IReadOnlyList<string> Fillers = WordList.Of(AnswerText.WordsOutlook);
    private static readonly IReadOnlyList<string> YearUnits = WordList.Of(AnswerText.WordsYears);
    private static readonly IReadOnlyList<string> YearEndings = WordList.Of(AnswerText.WordsYearEndings);

    public static CommandArgument Argument { get; } =
        new(
            "horizon",
            AnswerTexts.Both(AnswerText.CommandOutlookHorizon),
            [
                new("short", AnswerTexts.Both(AnswerText.ChoiceShort), WordList.Of(AnswerText.WordsShort)),
                new("medium", AnswerTexts.Both(AnswerText.ChoiceMedium), WordList.Of(AnswerText.WordsMedium)),
                new("long", AnswerTexts.Both(AnswerText.ChoiceLong), WordList.Of(AnswerText.WordsLong)),
            ]
        )
        {
            Label = AnswerTexts.Both(AnswerText.ArgumentHorizon),
        };

    /// <summary>
    /// Reads a horizon in any spelling, or a number of years (2 years, 1y): one year is short, up to three medium, more
    /// is long, as in the briefings. Width, case, hyphens and a trailing word for outlook do not matter.
    /// </summary>
    /// <returns>False if the text is not a horizon; empty text is not.</returns>
    public static bool TryParse(string text, out Horizon horizon)
    {
        var word = Without(Fillers, Joint().Replace(AskedText.Clean(text).ToLowerInvariant(), ""));
        horizon = Horizon.Short;
        if (Years(word) is { } years)
        {
            horizon = years switch
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

    /// <summary>Takes a horizon from a call's words; null if there is none.</summary>
    public static Horizon? Take(ArgumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Take<Horizon>(MostWords, run => TryParse(run, out var horizon) ? horizon : null);
    }

    public static string Value(Horizon horizon) => Argument.Choices[(int)horizon].Value;

    private static int? Years(string word)
    {
        var bare = Without(YearUnits, Without(YearEndings, word));
        return bare.Length is > 0 and <= 3 && bare.All(char.IsAsciiDigit)
            ? int.Parse(bare, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Removes the longest matching ending; a word that is only an ending stays.</summary>
    private static string Without(IReadOnlyList<string> endings, string word)
    {
        var ending = endings
            .Where(ending => word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
            .MaxBy(ending => ending.Length);
        return ending is null ? word : word[..^ending.Length];
    }

    // Separators between the parts of a spelling: a space, punctuation, a hyphen after a letter.
    [GeneratedRegex("[ ,!?\u3001\u3002]|(?<=\\p{L})[\\-_.]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();
}
