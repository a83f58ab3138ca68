using Bot.Briefings.Text;
using Superpower;
using Superpower.Model;

namespace Bot.Briefings.Filters;

/// <summary>
/// The smallest parts of a filter. A word is a field only if a sign stands behind it and the word is a field's name, or nearly: addresses
/// and times of day stay words.
/// </summary>
internal sealed class FilterTokenizer(FilterWords words) : Tokenizer<FilterToken>
{
    private const string Openings = "\"\u201C\u300C\u300E\uFF02";
    private const string Closings = "\"\u201D\u300D\u300F\uFF02";

    public static bool IsQuotation(char c) =>
        Openings.Contains(c, StringComparison.Ordinal) || Closings.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether the text, as it is, would be read as one plain word.</summary>
    public bool IsOneWord(string text) =>
        Parts(text).ToList() is [var part] && part.Kind == FilterToken.Word && part.Start == 0 && part.End == text.Length;

    protected override IEnumerable<Result<FilterToken>> Tokenize(TextSpan span)
    {
        foreach (var (kind, start, end) in Parts(span.ToStringValue()))
        {
            yield return Result.Value(kind, span.Skip(start), span.Skip(end));
        }
    }

    private IEnumerable<(FilterToken Kind, int Start, int End)> Parts(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var c = Folding.Simple(text[at]);
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c is '(' or ')')
            {
                yield return (c == '(' ? FilterToken.Open : FilterToken.Close, at, ++at);
            }
            else if (c is '|')
            {
                var end = text.AsSpan(at).IndexOfAnyExcept('|', '\uFF5C') is > 0 and var length ? at + length : text.Length;
                yield return (FilterToken.Or, at, end);
                at = end;
            }
            else if (Openings.Contains(text[at], StringComparison.Ordinal))
            {
                var end = EndOfQuoted(text, at);
                yield return (FilterToken.Quoted, at, end);
                at = end;
            }
            else if (c is '-' or '\u2212' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]))
            {
                yield return (FilterToken.Not, at, ++at);
            }
            else if (FieldAt(text, at) is var (field, name, sign))
            {
                yield return (field, at, name);
                yield return (FilterToken.Sign, sign.Start, sign.End);
                at = SkipSpace(text, sign.End);
                var value = EndOfRun(text, at);
                if (value > at && (at == sign.End || words.Joint(Folded(text[at..value])) is null))
                {
                    yield return (FilterToken.Word, at, value);
                    at = value;
                }
            }
            else
            {
                var end = Math.Max(at + 1, EndOfRun(text, at));
                yield return (words.Joint(Folded(text[at..end])) ?? FilterToken.Word, at, end);
                at = end;
            }
        }
    }

    /// <summary>A field's name, perhaps misspelled, with a sign behind it.</summary>
    private (FilterToken Kind, int End, (int Start, int End) Sign)? FieldAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        var isField = words.Field(text[at..end]) is not null;
        var sign = isField ? SkipSpace(text, end) : end;
        var signEnd = SignEnd(text, sign);
        return end == at || signEnd == sign ? null
            : isField ? (FilterToken.Field, end, (sign, signEnd))
            : words.NearestFields(text[at..end]).Count > 0 ? (FilterToken.UnknownField, end, (sign, signEnd))
            : null;
    }

    private static int SignEnd(string text, int at)
    {
        // An exclamation mark is one only before an equals sign.
        var end = at + 1 < text.Length && Folding.Simple(text[at]) == '!' && Folding.Simple(text[at + 1]) == '=' ? at + 1 : at;
        while (
            end < text.Length
            && end < at + 3
            && Folding.Simple(text[end]) is ':' or '<' or '>' or '=' or '\u2265' or '\u2264' or '\u2267' or '\u2266' or '\u2260'
        )
        {
            end++;
        }

        return end;
    }

    private static int EndOfRun(string text, int at)
    {
        while (
            at < text.Length
            && !char.IsWhiteSpace(Folding.Simple(text[at]))
            && Folding.Simple(text[at]) is not ('(' or ')' or '|')
            && !Openings.Contains(text[at], StringComparison.Ordinal)
        )
        {
            at++;
        }

        return at;
    }

    private static int EndOfQuoted(string text, int at)
    {
        var end = text.IndexOf(Closings[Openings.IndexOf(text[at], StringComparison.Ordinal)], at + 1);
        return end < 0 ? text.Length : end + 1;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(Folding.Simple(text[at])))
        {
            at++;
        }

        return at;
    }

    /// <summary>Width only: joints in Latin letters are upper case.</summary>
    private static string Folded(string word) => string.Concat(word.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));
}
