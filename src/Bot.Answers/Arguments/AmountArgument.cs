using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Funding;

namespace Bot.Answers.Arguments;

/// <summary>
/// Bounds of an amount as people write them: <c>&gt;=$100M</c>, over 1B, 200億ドル with a word for "or more", a range. A number with a unit
/// and no currency is in dollars.
/// </summary>
public sealed class AmountArgument(FundingTerms terms)
{
    /// <summary>Maximum words, as in "more than 100 million US dollars".</summary>
    public const int MostWords = 6;

    private const string Dollars = "USD";

    /// <summary>Stands behind an amount; before a number it asks for a page.</summary>
    private const string More = "+";

    private static readonly (IReadOnlyList<string> Words, bool IsLeast, bool IsOpen)[] Bounds =
    [
        (WordList.Of(AnswerText.AmountAtLeast), true, false),
        (WordList.Of(AnswerText.AmountOver), true, true),
        (WordList.Of(AnswerText.AmountAtMost), false, false),
        (WordList.Of(AnswerText.AmountUnder), false, true),
    ];

    /// <summary>Words for bounds, in both languages.</summary>
    public static IReadOnlyList<string> BoundWords { get; } = [.. Bounds.SelectMany(bound => bound.Words).Where(word => word != More)];

    /// <summary>Null if the text is not an amount or a bound of one.</summary>
    public AmountRange? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Trim().ToLowerInvariant();
        if (!words.Any(char.IsAsciiDigit))
        {
            return null;
        }

        // The longest word first: >= before >.
        var (bound, rest) = Bounds
            .SelectMany(bound => bound.Words.Select(word => (Bound: bound, Figure: Without(word, words))))
            .Where(found => found.Figure is not null)
            .OrderBy(found => found.Figure!.Length)
            .FirstOrDefault();
        if (rest is null)
        {
            return terms.Amount(words, Dollars) is { Approximate: false } exact
                ? new AmountRange(exact.Currency, exact.Value ?? exact.Min, exact.Value ?? exact.Max)
                : null;
        }

        return terms.Amount(rest, Dollars) is { Value: { } value } money
            ? new AmountRange(money.Currency, bound.IsLeast ? value : null, bound.IsLeast ? null : value, bound.IsOpen)
            : null;
    }

    private static string? Without(string word, string words) =>
        words.StartsWith(word, StringComparison.Ordinal) && word != More && (IsSign(word) || words.AsSpan(word.Length).StartsWith(" "))
            ? words[word.Length..].Trim()
        : words.EndsWith(word, StringComparison.Ordinal) ? words[..^word.Length].Trim()
        : null;

    private static bool IsSign(string word) => !char.IsLetter(word[^1]);
}
