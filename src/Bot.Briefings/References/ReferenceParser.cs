using System.Buffers;
using Bot.Briefings.Dates;
using Bot.Briefings.Links;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.References;

/// <summary>
/// Takes an entry apart: number, publisher, date, title, address. The address comes from the source, where no emphasis has eaten
/// its underscores; the title is what is emphasised, linked or quoted, else what stands behind the date; the publisher is what is left.
/// </summary>
internal sealed class ReferenceParser(ReadingContext context)
{
    private static readonly char[] Edges = [' ', '.', ',', ';', ':', '-', '–', '—', '―', '|', '｜', '、', '。', '，', '．', '：', '・', '*', '_', '/', '→', '\t', '\u3000', '(', ')', '（', '）', '[', ']', '<', '>'];

    private static readonly SearchValues<char> QuoteOpeners = SearchValues.Create("「『“\"《«");

    private static readonly (char Open, char Close)[] Quotes = [('「', '」'), ('『', '』'), ('“', '”'), ('"', '"'), ('《', '》'), ('«', '»')];

    private static readonly Func<Vocabulary.ReferencePart, string?> NoColumns = _ => null;

    private readonly PlainText _plain = new();
    private readonly ReferenceAddress _address = new(context.Source);

    public Reference Parse(ReferenceDraft draft)
    {
        if (!draft.HasLines)
        {
            return Parse(draft, NoColumns);
        }

        var labelled = Labelled(draft.Text);
        return Parse(draft, part => labelled.GetValueOrDefault(part));
    }

    /// <param name="column">The cell that a table gives for a part, if it has such a column.</param>
    public Reference Parse(ReferenceDraft draft, Func<Vocabulary.ReferencePart, string?> column)
    {
        var text = TextOf(draft);
        var url = _address.Of(draft, out var unsafeUrl);
        var (pieces, number) = Numbered(draft);
        var title = column(Vocabulary.ReferencePart.Title) ?? (QuotesATitle(pieces) ? null : Marked(pieces));
        var remaining = ReferenceAddress.Without(Joined(pieces));
        var quoted = title is null ? Quoted(ref remaining) : null;
        var folded = Folding.Fold(remaining);
        FoundDate? date = folded.Length == remaining.Length ? BestDate(folded) : null;
        var publisher = column(Vocabulary.ReferencePart.Publisher);
        if (publisher is null)
        {
            (publisher, var rest) = Parts(remaining, folded, date, (title ?? quoted) is not null);
            title = rest ?? title ?? quoted;
        }

        title = Clean(title ?? quoted);
        publisher = Clean(publisher);
        var iso = column(Vocabulary.ReferencePart.Date) is { } dated ? BestDate(Folding.Fold(dated))?.ToIso() : date?.ToIso();
        if (column(Vocabulary.ReferencePart.Number) is { } cell && LeadingNumber(cell + ".", out _) is { } celled)
        {
            number ??= celled;
        }

        if (unsafeUrl is not null)
        {
            context.Warn(WarningCodes.UnsafeLink, unsafeUrl, draft.Start);
        }

        return new Reference(number, publisher, iso, title, url, context.Map.At(draft.Start)) { Text = text };
    }

    public bool HasAddress(ReferenceDraft draft) => _address.IsIn(draft);

    /// <summary>"3.", "3)", "(3)", "３．" at the start of an entry.</summary>
    public static int? LeadingNumber(string text, out int length)
    {
        const int Longest = 12;
        var folded = Folding.Fold(text.Length > Longest ? text[..Longest] : text);
        var at = 0;
        while (at < folded.Length && folded[at] is ' ' or '(' or '[' or '#')
        {
            at++;
        }

        var start = at;
        var value = 0;
        while (at < folded.Length && at - start < 4 && char.IsAsciiDigit(folded[at]))
        {
            value = (value * 10) + folded[at++] - '0';
        }

        length = 0;
        if (at == start || at - start > 3 || value == 0 || at >= folded.Length || folded[at] is not ('.' or ')' or ']' or ':' or '、')
            || (at + 1 < folded.Length && char.IsAsciiDigit(folded[at + 1])))
        {
            return null;
        }

        length = Math.Min(at + 1, text.Length);
        return value;
    }

    private static (List<(ReferenceDraft.PieceKind Kind, string Text, string? Url)> Pieces, int? Number) Numbered(ReferenceDraft draft)
    {
        if (draft.MarkNumber is not null || draft.Pieces.Count == 0 || LeadingNumber(draft.Pieces[0].Text, out var length) is not { } number)
        {
            return (draft.Pieces, draft.MarkNumber ?? draft.ItemNumber);
        }

        var pieces = draft.Pieces.ToList();
        pieces[0] = (pieces[0].Kind, pieces[0].Text[length..], pieces[0].Url);
        return (pieces, number);
    }

    /// <summary>The first emphasised or linked words that are no address and no label.</summary>
    private string? Marked(List<(ReferenceDraft.PieceKind Kind, string Text, string? Url)> pieces)
    {
        var best = -1;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (kind, text, _) = pieces[i];
            if (kind is ReferenceDraft.PieceKind.Plain || !HasWord(text) || UrlText.FindHttp(text, 0, out _) == 0 || IsLabel(text))
            {
                continue;
            }

            // **Publisher** *Title*, **Publisher** [Title](url), *Publisher* [Title](url): the later mark is the title.
            if (best < 0
                || (kind == ReferenceDraft.PieceKind.Link && pieces[best].Kind != ReferenceDraft.PieceKind.Link && pieces[best].Url is null)
                || (kind == ReferenceDraft.PieceKind.Emphasis && pieces[best].Kind == ReferenceDraft.PieceKind.Strong))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return null;
        }

        var title = pieces[best].Text;
        pieces[best] = (ReferenceDraft.PieceKind.Plain, "\u0001", null);
        return title;
    }

    /// <summary>
    /// Quotation marks outside any emphasis enclose the title, whatever else is emphasised (a word of it, the journal); those
    /// inside an emphasised title are its own. A linked title needs none: only quoted words that are longer than the link are the title.
    /// </summary>
    private static bool QuotesATitle(List<(ReferenceDraft.PieceKind Kind, string Text, string? Url)> pieces)
    {
        var open = '\0';
        var linked = 0;
        foreach (var (kind, text, _) in pieces)
        {
            if (kind == ReferenceDraft.PieceKind.Link && text.Length > 0)
            {
                linked = text.Length;
            }

            if (kind != ReferenceDraft.PieceKind.Plain)
            {
                continue;
            }

            var from = 0;
            if (open == '\0' && text.AsSpan().IndexOfAny(QuoteOpeners) is >= 0 and var at)
            {
                open = text[at];
                from = at + 1;
            }

            if (open != '\0' && text.IndexOf(Array.Find(Quotes, pair => pair.Open == open).Close, from) is >= 0 and var close)
            {
                // [Reuters](…), "Nvidia unveils chip": the longer one is the title.
                return close - from > linked;
            }
        }

        return false;
    }

    private bool IsLabel(string text) => text.TrimEnd() is [.., ':' or '：'] && context.Vocabulary.ReferenceLabels.IsWhole(Folding.Fold(text.Trim(' ', ':', '：')), out _);

    private static string? Quoted(ref string text)
    {
        if (text.AsSpan().IndexOfAny(QuoteOpeners) < 0)
        {
            return null;
        }

        foreach (var (open, close) in Quotes)
        {
            var start = text.IndexOf(open);
            var end = start < 0 ? -1 : text.LastIndexOf(close);
            if (end > start + 1)
            {
                var title = text[(start + 1)..end];
                text = text[..start] + "\u0001" + text[(end + 1)..];
                return title;
            }
        }

        return null;
    }

    private static FoundDate? BestDate(string folded)
    {
        FoundDate? best = null;
        foreach (var date in DateScanner.FindAll(folded))
        {
            if (date.Year is not null && (best is null || Precision(date) > Precision(best.Value)))
            {
                best = date;
            }
        }

        return best;
    }

    private static int Precision(FoundDate date) => date.Day is not null ? 3 : date.Month is not null ? 2 : 1;

    /// <summary>Publisher and title from what is neither marked nor quoted: Publisher. (date). Title / Publisher: Title, date / Title - Publisher, date.</summary>
    private (string? Publisher, string? Title) Parts(string text, string folded, FoundDate? date, bool hasTitle)
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

    /// <summary>Lines of the form "Title: …", when there are at least two of them.</summary>
    private Dictionary<Vocabulary.ReferencePart, string> Labelled(string text)
    {
        var parts = new Dictionary<Vocabulary.ReferencePart, string>();
        foreach (var line in text.Contains('\n') ? text.Split('\n') : [])
        {
            var colon = OpeningWords.Colon(line);
            if (colon > 0 && context.Vocabulary.ReferenceColumns.IsWhole(Folding.Fold(line[..colon]), out var part))
            {
                parts.TryAdd(part, line[(colon + 1)..].Trim());
            }
        }

        return parts.Count > 1 ? parts : [];
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

        for (var from = 0; context.Vocabulary.ReferenceLabels.TryFind(folded, from, out var hit); from = hit.End)
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

    private string? Clean(string? text)
    {
        var trimmed = text.AsSpan().Trim(Edges);
        return trimmed.IsEmpty || !HasWord(trimmed) ? null : PlainTextOf(trimmed.Contains('\u0001') ? trimmed.ToString().Replace('\u0001', ' ') : trimmed);
    }

    private static bool HasWord(ReadOnlySpan<char> text)
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

    private string TextOf(ReferenceDraft draft)
    {
        foreach (var (_, text, url) in draft.Pieces)
        {
            _plain.Append((text.Length == 0 ? url : text).AsSpan());
        }

        return _plain.Take();
    }

    private static string Joined(List<(ReferenceDraft.PieceKind Kind, string Text, string? Url)> pieces) => pieces.Count switch
    {
        0 => "",
        1 => pieces[0].Text,
        2 => pieces[0].Text + pieces[1].Text,
        3 => pieces[0].Text + pieces[1].Text + pieces[2].Text,
        _ => string.Concat(pieces.Select(piece => piece.Text)),
    };

    private string PlainTextOf(ReadOnlySpan<char> text)
    {
        _plain.Append(text);
        return _plain.Take();
    }
}
