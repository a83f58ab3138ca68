using Bot.Briefings.Funding;
using Bot.Briefings.Text;
using Superpower;
using Superpower.Model;

namespace Bot.Briefings.Filters;

/// <summary>
/// Reads filters as people write them, in both languages: <c>company:nvidia OR amount&gt;=$100M NOT section:marketing-news</c>. Words and
/// phrases are conditions on the text. Names the character of what it does not understand, and what could stand there. Thread-safe.
/// </summary>
public sealed class FilterReader(FundingTerms terms)
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 500;

    public const int MaxTerms = 24;

    /// <summary>Of brackets.</summary>
    public const int MaxDepth = 8;

    private static readonly FilterWords Words = FilterWords.Default;
    private static readonly FilterTokenizer Tokenizer = new(Words);

    /// <summary>Whether a text has a condition on a column, well or badly written.</summary>
    public static bool HasField(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MaxLength
            && Tokenizer.Tokenize(Surrogates.ReplaceLone(text)).Any(token => token.Kind is FilterToken.Field or FilterToken.UnknownField);
    }

    public FilterReading Read(string text, FilterValues? values = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            return Failed(FilterProblem.TooLong, MaxLength);
        }

        var whole = Surrogates.ReplaceLone(text);
        var tokens = Tokenizer.Tokenize(whole);
        if (Brackets([.. tokens]) is { } bracket)
        {
            return bracket;
        }

        var parsed = FilterGrammar.Whole.TryParse(tokens);
        if (!parsed.HasValue)
        {
            var at = parsed.ErrorPosition.HasValue && !parsed.Remainder.IsAtEnd ? parsed.ErrorPosition.Absolute : text.Length;
            var isEmpty = !tokens.Any(token => token.Kind is FilterToken.Word or FilterToken.Quoted or FilterToken.Field);
            return Failed(isEmpty ? FilterProblem.Empty : FilterProblem.TermMissing, at);
        }

        var binder = new FilterBinder(terms, Words, values ?? FilterValues.Canonical);
        var filter = binder.Bind(parsed.Value);
        return binder.Error is { } error ? new FilterReading(null, error)
            : filter is null ? Failed(FilterProblem.Empty, 0)
            : filter.Terms.Skip(MaxTerms).Any() ? Failed(FilterProblem.TooManyTerms, text.Length)
            : new FilterReading(filter, null);
    }

    private static FilterReading? Brackets(IReadOnlyList<Token<FilterToken>> tokens)
    {
        var open = new Stack<int>();
        foreach (var token in tokens)
        {
            if (token.Kind == FilterToken.Open)
            {
                open.Push(token.Position.Absolute);
                if (open.Count > MaxDepth)
                {
                    return Failed(FilterProblem.TooDeep, token.Position.Absolute);
                }
            }
            else if (token.Kind == FilterToken.Close && !open.TryPop(out _))
            {
                return Failed(FilterProblem.NotOpened, token.Position.Absolute);
            }
        }

        return open.Count > 0 ? Failed(FilterProblem.NotClosed, open.Peek()) : null;
    }

    private static FilterReading Failed(FilterProblem problem, int at) => new(null, new FilterError(problem, at, "", null, []));
}
