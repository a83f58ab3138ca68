using Bot.Briefings.Dates;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.References;

/// <summary>Publisher and title by their place around the date, for what no mark tells apart.</summary>
internal sealed class ReferenceParts(Vocabulary vocabulary)
{
    private static readonly char[] Edges = [' ', '.', ',', ';', ':', '-', '–', '—', '―', '|', '｜', '、', '。', '，', '．', '：', '・', '*', '_', '/', '→', '\t', '\u3000', '(', ')', '（', '）', '[', ']', '<', '>'];

    private readonly PlainText _plain = new();

    /// <summary>Publisher and title from what is neither marked nor quoted: Publisher. (date). Title / Publisher: Title, date / Title - Publisher, date.</summary>
    public (string? Publisher, string? Title) Of(string text, string folded, FoundDate? date, bool hasTitle)
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
                // Author (date). Title. *Journal*: the title is what stands between.
                return (author, unmarked);
            }

            return (Clean(head) ?? Clean(tail), null);
        }

        var publisher = Clean(before);
        var title = Clean(after);
        if (publisher is not null && title is not null)
        {
            return (publisher, title);
        }

        var all = publisher ?? title;
        return all is null ? (null, null) : date is not null && title is null && !HasDivider(all) ? (all, null) : Divide(all);
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

    /// <summary>Text without the punctuation around it; null if no word is left.</summary>
    public string? Clean(string? text)
    {
        var trimmed = text.AsSpan().Trim(Edges);
        return trimmed.IsEmpty || !HasWord(trimmed) ? null : PlainTextOf(trimmed.Contains('\u0001') ? trimmed.ToString().Replace('\u0001', ' ') : trimmed);
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

        // A dash comes before the publisher of a headline; a colon or full stop behind the publisher.
        return text.AsSpan(at, length).Trim() is "-" or "–" or "—" or "|" or "｜" && second?.Length < first?.Length ? (second, first) : (first, second);
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

            var alone = (hit.Start == 0 || !char.IsLetterOrDigit(folded[hit.Start - 1])) && (after >= folded.Length || folded[after] is ':' or ')' or '.' or ',' or '、' or '。' or '\u0001');
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
