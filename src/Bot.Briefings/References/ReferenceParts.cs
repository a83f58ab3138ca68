using Bot.Briefings.Dates;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.References;

/// <summary>Publisher and title by their position relative to the date, if no mark tells them apart.</summary>
internal sealed class ReferenceParts(Vocabulary vocabulary)
{
    private static readonly char[] Edges =
    [
        ' ',
        '.',
        ',',
        ';',
        ':',
        '-',
        '–',
        '—',
        '―',
        '|',
        '｜',
        '、',
        '。',
        '，',
        '．',
        '：',
        '\u30FB',
        '*',
        '_',
        '/',
        '→',
        '\t',
        '\u3000',
        '(',
        ')',
        '（',
        '）',
        '[',
        ']',
        '<',
        '>',
    ];

    private readonly PlainText _plain = new();

    /// <summary>
    /// Publisher and title from what is neither marked nor quoted: Publisher. (date). Title / Publisher: Title, date / Title - Publisher,
    /// date.
    /// </summary>
    /// <param name="text">The entry without its address.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="date">The entry's date in it.</param>
    /// <param name="hasTitle">The title is known and has been removed.</param>
    /// <param name="titleFirst">Title. (date). Publisher.</param>
    /// <param name="hasAddress">The text contained an address.</param>
    public (string? Publisher, string? Title) Of(
        string text,
        string folded,
        FoundDate? date,
        bool hasTitle,
        bool titleFirst,
        bool hasAddress
    )
    {
        var (before, after) = (text, "");
        if (date is { } found)
        {
            before = WithoutLabels(text[..found.Start], folded.AsSpan(0, found.Start));
            after = WithoutLabels(text[found.End..], folded.AsSpan(found.End));
        }
        else
        {
            before = WithoutLabels(text, folded);
        }

        if (hasTitle)
        {
            var mark = before.IndexOf('\u0001', StringComparison.Ordinal);
            var head = mark < 0 ? before : before[..mark];
            var tail = (mark < 0 ? "" : before[(mark + 1)..]) + " " + after.Replace("\u0001", " ", StringComparison.Ordinal);
            if (mark < 0 && Clean(head) is { } author && Clean(Before(after)) is { Length: > 2 } unmarked)
            {
                // Author (date). Title. *Journal*: the title is in the middle.
                return (author, unmarked);
            }

            return (Clean(head) ?? Clean(tail), null);
        }

        var publisher = Clean(before);
        var title = Clean(after);
        if (publisher is not null && title is not null)
        {
            return titleFirst && date is { } dated && IsBracketed(text, dated) ? (title, publisher) : (publisher, title);
        }

        var all = publisher ?? title;
        return all is null ? (null, null)
            : !HasDivider(all) && (date is not null ? title is null : hasAddress && IsPublisher(text, all)) ? (all, null)
            : Divide(all);
    }

    /// <summary>Words before and after a date in brackets; zeros if there is no such date.</summary>
    public (int Before, int After) Around(string text, string folded, FoundDate date)
    {
        if (!IsBracketed(text, date))
        {
            return (0, 0);
        }

        var before = Clean(WithoutLabels(text[..date.Start], folded.AsSpan(0, date.Start)));
        var after = Clean(WithoutLabels(text[date.End..], folded.AsSpan(date.End)));
        return before is null || after is null ? (0, 0) : (before.Length, after.Length);
    }

    private static bool IsBracketed(string text, FoundDate date) =>
        text.AsSpan(0, date.Start).TrimEnd() is [.., '(' or '（' or '['] && text.AsSpan(date.End).TrimStart() is [')' or '）' or ']', ..];

    /// <summary>TechCrunch — https://…, example.com https://…: just a name.</summary>
    private static bool IsPublisher(string text, string words)
    {
        const int LongestName = 30;
        const int MostWords = 3;
        if (text.AsSpan().TrimEnd() is [.., '—' or '–' or '-' or '―' or '|' or '｜' or ':' or '：'])
        {
            return words.Length <= LongestName * 2;
        }

        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= LongestName
            && parts.Length <= MostWords
            && (parts.Length == 1 ? words.Length <= LongestName / 2 || words.Contains('.') : parts.All(part => char.IsUpper(part[0])))
            && !words.Any(Folding.IsHiragana);
    }

    private static string Before(string text)
    {
        var mark = text.IndexOf('\u0001', StringComparison.Ordinal);
        return mark < 0 ? "" : text[..mark];
    }

    public static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Text without surrounding punctuation; null if no word is left.</summary>
    public string? Clean(string? text)
    {
        var trimmed = WithBrackets(text.AsSpan());
        return trimmed.IsEmpty || !HasWord(trimmed)
            ? null
            : PlainTextOf(trimmed.Contains('\u0001') ? trimmed.ToString().Replace('\u0001', ' ') : trimmed);
    }

    /// <summary>Trimmed, except for brackets whose partner stays: Foo raises $1B [Updated].</summary>
    private static ReadOnlySpan<char> WithBrackets(ReadOnlySpan<char> text)
    {
        var start = text.Length - text.TrimStart(Edges).Length;
        var end = Math.Max(start, text.TrimEnd(Edges).Length);
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[('(', ')'), ('[', ']'), ('（', '）')])
        {
            var balance = text[start..end].Count(open) - text[start..end].Count(close);
            if (balance > 0 && end < text.Length && text[end] == close)
            {
                end++;
            }
            else if (balance < 0 && start > 0 && text[start - 1] == open)
            {
                start--;
            }
        }

        return text[start..end];
    }

    private static bool HasDivider(string text) => Divider(text, out _) > 0;

    private (string? Publisher, string? Title) Divide(string text)
    {
        var at = Divider(text, out var length);
        if (at <= 0)
        {
            return (null, text);
        }

        var (first, second) = (Clean(text[..at]), Clean(text[(at + length)..]));
        if (second is ['(' or '（', .., ')' or '）'] || text.AsSpan(at + length).Trim() is ['(' or '（', .., ')' or '）'])
        {
            // A note in brackets is not a title.
            return (first, null);
        }

        // A dash comes before a headline's publisher; a colon or full stop after the publisher.
        return text.AsSpan(at, length).Trim() is "-" or "–" or "—" or "|" or "｜" && second?.Length < first?.Length
            ? (second, first)
            : (first, second);
    }

    private static int Divider(string text, out int length)
    {
        foreach (var mark in (ReadOnlySpan<string>)[": ", "：", ". ", "。", " - ", " – ", " — ", "｜", " | ", " > ", "、", ", "])
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
            {
                length = mark.Length;
                return at;
            }
        }

        length = 0;
        return -1;
    }

    private string WithoutLabels(string text, ReadOnlySpan<char> folded)
    {
        if (folded.Length != text.Length)
        {
            return text;
        }

        for (var from = 0; vocabulary.ReferenceLabels.TryFind(folded, from, out var hit); from = hit.End)
        {
            var after = hit.End;
            while (after < folded.Length && folded[after] == ' ')
            {
                after++;
            }

            var alone =
                (hit.Start == 0 || !char.IsLetterOrDigit(folded[hit.Start - 1]))
                && (after >= folded.Length || folded[after] is ':' or ')' or '.' or ',' or '、' or '。' or '\u0001');
            if (alone)
            {
                var end = after < folded.Length && folded[after] == ':' ? after + 1 : hit.End;
                text = text[..hit.Start] + new string(' ', end - hit.Start) + text[end..];
            }
        }

        return text;
    }

    private string PlainTextOf(ReadOnlySpan<char> text)
    {
        _plain.Append(text);
        return _plain.Take();
    }
}
