using Bot.Briefings.Dates;
using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.References;

/// <summary>
/// Parses an entry into number, publisher, date, title and address. The address comes from the source, where emphasis has not consumed its
/// underscores; the title is what is emphasised, linked or quoted, or else what follows the date; the publisher is the rest.
/// </summary>
internal sealed class ReferenceParser(ReadingContext context)
{
    private static readonly Func<Vocabulary.ReferencePart, string?> NoColumns = _ => null;

    private readonly PlainText _plain = new();
    private readonly ReferenceTitle _title = new(context.Vocabulary);
    private readonly ReferenceParts _parts = new(context.Vocabulary);
    private readonly ReferenceAddress _address = new(context.Source);

    /// <summary>Whether the list has titles before dates and publishers after them.</summary>
    public bool TitleFirst { get; set; }

    /// <summary>Letters before and after the bracketed date of an entry whose title is not marked; zeros for others.</summary>
    public (int Before, int After) Weigh(ReferenceDraft draft)
    {
        if (draft.Pieces.Exists(piece => piece.Kind != ReferenceDraft.PieceKind.Plain && ReferenceParts.HasWord(piece.Text)))
        {
            return (0, 0);
        }

        var (pieces, _) = ReferenceNumber.Of(draft);
        var text = ReferenceAddress.Without(Joined(pieces));
        if (ReferenceTitle.Quoted(ref text) is not null)
        {
            return (0, 0);
        }

        var dated = Dated(draft, text);
        return dated.Date is { } date ? _parts.Around(text, dated.Folded, date) : (0, 0);
    }

    public Reference Parse(ReferenceDraft draft)
    {
        if (!draft.HasLines)
        {
            return Parse(draft, NoColumns);
        }

        var labelled = Labelled(draft.Text);
        return Parse(draft, part => labelled.GetValueOrDefault(part));
    }

    /// <param name="column">A table's cell for a part, if it has such a column.</param>
    public Reference Parse(ReferenceDraft draft, Func<Vocabulary.ReferencePart, string?> column)
    {
        var text = TextOf(draft);
        var url = _address.Of(draft, out var unsafeUrl);
        var (pieces, number) = ReferenceNumber.Of(draft);
        var title = column(Vocabulary.ReferencePart.Title) ?? (ReferenceTitle.IsQuoted(pieces) ? null : _title.Marked(pieces));
        var remaining = ReferenceAddress.Without(Joined(pieces));
        var quoted = title is null ? ReferenceTitle.Quoted(ref remaining) : null;
        var (_, folded, date) = Dated(draft, remaining);
        var publisher = column(Vocabulary.ReferencePart.Publisher);
        if (publisher is null)
        {
            (publisher, var rest) = _parts.Of(remaining, folded, date, (title ?? quoted) is not null, TitleFirst, url is not null);
            title = rest ?? title ?? quoted;
            if (
                publisher is null
                && title is not null
                && title.AsSpan().LastIndexOfAny('|', '｜') is > 0 and var bar
                && _parts.Clean(title[(bar + 1)..]) is { } named
            )
            {
                // [Title | Publisher](url)
                (publisher, title) = (named, title[..bar]);
            }
        }

        title = _parts.Clean(title ?? quoted);
        publisher = _parts.Clean(publisher);
        var iso = column(Vocabulary.ReferencePart.Date) is { } dated ? BestDate(Folding.Fold(dated))?.ToIso() : date?.ToIso();
        if (column(Vocabulary.ReferencePart.Number) is { } cell && ReferenceNumber.Leading(cell + ".", out _) is { } celled)
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

    private static DatedText Dated(ReferenceDraft draft, string text)
    {
        if (draft.Dated is { } known && known.Text == text)
        {
            return known;
        }

        var folded = Folding.Fold(text);
        return draft.Dated = new DatedText(text, folded, folded.Length == text.Length ? BestDate(folded) : null);
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

    private static int Precision(FoundDate date) =>
        date.Day is not null ? 3
        : date.Month is not null ? 2
        : 1;

    /// <summary>Lines of the form "Title: …", if there are at least two of them.</summary>
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

    private string TextOf(ReferenceDraft draft)
    {
        foreach (var (_, text, url) in draft.Pieces)
        {
            _plain.Append((text.Length == 0 ? url : text).AsSpan());
        }

        return _plain.Take().TrimStart(':', '：', ' ');
    }

    private static string Joined(List<(ReferenceDraft.PieceKind Kind, string Text, string? Url)> pieces) =>
        pieces.Count switch
        {
            0 => "",
            1 => pieces[0].Text,
            2 => pieces[0].Text + pieces[1].Text,
            3 => pieces[0].Text + pieces[1].Text + pieces[2].Text,
            _ => string.Concat(pieces.Select(piece => piece.Text)),
        };
}
