using System.Globalization;
using Bot.Answers.Texts;

namespace Bot.Answers.Arguments;

/// <summary>
/// Recognizes words that filter a list rather than name something, even where they cannot be read: a span of time, a lower or upper bound
/// of an amount.
/// </summary>
public static class Condition
{
    private static readonly IReadOnlyList<string> Spans = WordList.Of(AnswerText.WordsSpans);
    private static readonly IReadOnlyList<string> Units = WordList.Of(AnswerText.WordsUnits);

    /// <summary>A name that merely contains such a word does not count: every bound needs a figure next to it.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Trim().ToLowerInvariant();
        return Spans.Contains(words)
            || IsCountedSpan(words)
            || AmountArgument.BoundWords.Any(bound => words.StartsWith(bound, StringComparison.Ordinal) && IsFigure(words[bound.Length..]))
            || AmountArgument.BoundWords.Any(bound => words.EndsWith(bound, StringComparison.Ordinal) && IsFigure(words[..^bound.Length]));
    }

    /// <summary>True if it begins with a digit, or a currency and a digit.</summary>
    private static bool IsFigure(string words)
    {
        var figure = words.AsSpan().Trim();
        return figure.Length > 0
            && (
                char.IsAsciiDigit(figure[0])
                || (
                    figure.Length > 1
                    && char.GetUnicodeCategory(figure[0]) == UnicodeCategory.CurrencySymbol
                    && char.IsAsciiDigit(figure[1])
                )
            );
    }

    /// <summary>A number and a unit of time: the last three months, 30 days.</summary>
    private static bool IsCountedSpan(string words)
    {
        var digits = words.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit).Count();
        var at = words.IndexOfAny([.. "0123456789"]);
        return at >= 0 && Units.Contains(words[(at + digits)..].Trim()) && (at == 0 || Spans.Contains(words[..at].Trim()));
    }
}
