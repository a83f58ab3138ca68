using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Bot.Briefings.Citations;

/// <summary>
/// Recognises citation marks before links: [3], [3, 4], [3-5], [^3], 【3】, ［３］ and [3](url). Tags around a mark (&lt;sup&gt;) remain
/// separate inlines. Four digits are a year, not a citation.
/// </summary>
public sealed class CitationParser : InlineParser
{
    /// <summary>A wider range is an interval in the text ([1-100]), not a list of sources.</summary>
    private const int WidestRange = 50;

    private const int MostNumbers = 50;

    public CitationParser() => OpeningCharacters = ['[', '【', '［'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        var end = MarkEnd(slice.Text, start, slice.End, out var numbers);
        if (end < 0)
        {
            return false;
        }

        if (slice.Text[start] == '[' && start > 0 && slice.Text[start - 1] == '!' && start > slice.Start)
        {
            return false;
        }

        var after = new StringSlice(slice.Text, end, slice.End);
        string? url = null;
        if (after.CurrentChar == '(' && LinkHelper.TryParseInlineLink(ref after, out var link, out _, out _, out _))
        {
            url = link ?? "";
            end = after.Start;
        }

        var spanStart = processor.GetSourcePosition(start, out var line, out var column);
        processor.Inline = new CitationInline
        {
            Numbers = numbers,
            WrittenUrl = url,
            Url = url is not null && Links.LinkScheme.IsHttp(url) ? url : null,
            Span = new SourceSpan(spanStart, processor.GetSourcePosition(end - 1)),
            Line = line,
            Column = column,
        };
        slice.Start = end;
        return true;
    }

    /// <summary>Index after the closing bracket, or -1 if no citation mark starts here.</summary>
    public static int MarkEnd(string text, int start, int last, out List<int> numbers)
    {
        numbers = [];
        var close = text[start] switch
        {
            '[' => ']',
            '【' => '】',
            _ => '］',
        };
        var at = start + 1;
        if (at <= last && text[at] == '^')
        {
            at++;
        }

        var rangeFrom = 0;
        while (true)
        {
            SkipSpaces(text, ref at, last);
            var digits = at;
            var number = 0;
            while (at <= last && Digit(text[at]) is >= 0 and var digit && at - digits < 4)
            {
                number = (number * 10) + digit;
                at++;
            }

            if (at == digits || at - digits > 3 || number == 0)
            {
                return -1;
            }

            if (rangeFrom == 0)
            {
                numbers.Add(number);
            }
            else if (number <= rangeFrom || number - rangeFrom > WidestRange)
            {
                return -1;
            }
            else
            {
                for (var n = rangeFrom + 1; n <= number; n++)
                {
                    numbers.Add(n);
                }
            }

            SkipSpaces(text, ref at, last);
            if (at > last || numbers.Count > MostNumbers)
            {
                return -1;
            }

            var c = text[at++];
            if (c == close)
            {
                return at;
            }

            if (IsSeparator(c))
            {
                rangeFrom = 0;
            }
            else if (IsRange(c) && rangeFrom == 0)
            {
                rangeFrom = number;
            }
            else
            {
                return -1;
            }
        }
    }

    /// <summary>The number in [Publisher][3], which Markdown takes for a link if [3] is defined as one; otherwise null.</summary>
    public static int? LabelOf(Markdig.Syntax.Inlines.LinkInline link)
    {
        if (link.IsImage || link.Label is not { Length: > 0 and < 8 } label)
        {
            return null;
        }

        var mark = "[" + label.Trim() + "]";
        return MarkEnd(mark, 0, mark.Length - 1, out var numbers) == mark.Length && numbers.Count == 1 ? numbers[0] : null;
    }

    private static void SkipSpaces(string text, ref int at, int last)
    {
        while (at <= last && text[at] is ' ' or '\u00A0' or '\u3000')
        {
            at++;
        }
    }

    private static int Digit(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= '０' and <= '９' => c - '０',
            _ => -1,
        };

    private static bool IsSeparator(char c) => c is ',' or '、' or '，' or ';' or '；' or '､';

    private static bool IsRange(char c) => c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '−' or '－' or '~' or '〜' or '～';
}
