using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Arguments;
using Bot.Answers.Texts;
using Bot.Archive.Queries;

namespace Bot.Answers.Sources;

/// <summary>The text of a <c>/sources</c> call: a number, a day, both or neither, in any order.</summary>
/// <param name="Number">Number of one source, from 1.</param>
/// <param name="Days">Days of the briefing; the newest of them is meant.</param>
/// <param name="Skip">Number of sources already shown.</param>
/// <param name="Unreadable">Text that is neither; if present, the rest does not matter.</param>
public sealed partial record SourcesArguments(int? Number, DateSpan? Days, int Skip, string? Unreadable)
{
    private static readonly IReadOnlyList<string> Ordinals = WordList.Of(AnswerText.WordsOrdinals);

    /// <summary>The arguments as a call's text, without the day.</summary>
    public string Text => Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : PageArgument.Text("", Skip);

    public static SourcesArguments Parse(string text, TimeArgument times)
    {
        ArgumentNullException.ThrowIfNull(times);
        var words = new ArgumentWords(text);
        var skip = PageArgument.Take(words);
        var days = times.Take(words);
        var number = words.Take<int>(1, Numbered);
        return new SourcesArguments(number, days, skip, words.IsEmpty ? null : words.Left);
    }

    private static int? Numbered(string word)
    {
        var bare = Ordinals.FirstOrDefault(ordinal => word.EndsWith(ordinal, StringComparison.Ordinal)) is { } ordinal
            ? word[..^ordinal.Length]
            : word;
        return NumberForm().Match(bare) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    // 8, [8], #8, no.8
    [GeneratedRegex(
        @"^(?:#|no\.?)?[\[\u3010]?([0-9]{1,4})[\]\u3011]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex NumberForm();
}
