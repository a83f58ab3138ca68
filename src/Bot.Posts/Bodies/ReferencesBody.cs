using System.Globalization;
using System.Text;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Bodies;

/// <summary>
/// The list of sources: number, title as a link, publisher and date. An entry that would lose words in this layout stays
/// as its author wrote it.
/// </summary>
internal sealed class ReferencesBody(IReadOnlyList<Reference> references, ComposeContext context)
{
    private const int LinesTogether = 10;

    private readonly Texts _texts = Texts.In(context.Locale);

    public IEnumerable<Block> Compose(IReadOnlyList<Block> blocks)
    {
        // References know only their line number: each belongs to the last block that begins on or before it.
        var starts = blocks.SelectMany(Entries).ToList();
        var lines = new List<IReadOnlyList<Inline>>();
        for (var at = 0; at < starts.Count; at++)
        {
            var block = starts[at];
            var next = at + 1 < starts.Count ? starts[at + 1].Line : int.MaxValue;
            var entries = references.Where(entry => entry.Position.Line > block.Line && entry.Position.Line <= next).ToList();
            if (entries.Count > 0 && Keeps(entries, FlatText.Plain(block)))
            {
                lines.AddRange(entries.Select(Line));
                continue;
            }

            foreach (var composed in Tight(lines).Concat(AuthorBlocks.Arrange(Unlisted(block))))
            {
                yield return composed;
            }

            lines.Clear();
        }

        foreach (var composed in Tight(lines))
        {
            yield return composed;
        }
    }

    /// <summary>Entries stand line by line; a blank line after so many lets the eye rest, and a post be split there.</summary>
    private static IEnumerable<Block> Tight(IEnumerable<IReadOnlyList<Inline>> lines) =>
        lines.Chunk(LinesTogether).Select(TableCards.Lines);

    private static IEnumerable<Block> Entries(Block block) => block is ListBlock list ? list : [block];

    private static List<Block> Unlisted(Block block) => block is ListItemBlock item ? Nodes.Take(item) : [block];

    private List<Inline> Line(Reference entry)
    {
        var inlines = new List<Inline>();
        if (entry.Number is { } number)
        {
            inlines.Add(Nodes.Text(string.Create(CultureInfo.InvariantCulture, $"[{number}] ")));
        }

        var title = Invisible.Drop(entry.Title ?? entry.Publisher ?? entry.Text);
        inlines.Add(SafeUrl.Of(entry.Url) is { } url ? Nodes.Link(url, title) : Nodes.Text(title));
        List<string> facts = [];
        if (entry is { Title: not null, Publisher: { } publisher })
        {
            facts.Add(Invisible.Drop(publisher));
        }

        if (entry.Date is { } date)
        {
            facts.Add(Dates.Written(date, context.Locale, context.DateForm));
        }

        if (facts.Count > 0)
        {
            inlines.Add(Nodes.Text(_texts.NameSeparator + string.Join(_texts.Separator, facts)));
        }

        return inlines;
    }

    /// <summary>True if every word of the block appears in its entries' fields or is part of a date.</summary>
    private static bool Keeps(IReadOnlyList<Reference> entries, string text)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var date = entry.Date ?? "";
            var number = entry.Number?.ToString(CultureInfo.InvariantCulture);
            Add(
                kept,
                string.Join(
                    ' ',
                    number,
                    entry.Publisher,
                    date,
                    date.Replace("-0", "-", StringComparison.Ordinal),
                    entry.Title,
                    entry.Url,
                    entry.Title is null && entry.Publisher is null ? entry.Text : ""
                )
            );
            if (date.Length > 0)
            {
                kept.UnionWith(DateWords);
            }
        }

        var known = kept.GetAlternateLookup<ReadOnlySpan<char>>();
        var folded = Fold(text);
        for (var at = 0; NextWord(folded, ref at) is { Length: > 0 } word; )
        {
            if (!known.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    private static readonly IEnumerable<string> DateWords = Texts
        .In(Locale.Japanese)
        .Words("DateWords")
        .Concat(Texts.In(Locale.English).Words("DateWords"));

    private static void Add(HashSet<string> words, string text)
    {
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var folded = Fold(text);
        for (var at = 0; NextWord(folded, ref at) is { Length: > 0 } word; )
        {
            known.Add(word);
        }
    }

    private static string Fold(string text) => Invisible.Drop(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>The next run of digits, of ASCII letters or of other letters; empty at the end.</summary>
    private static ReadOnlySpan<char> NextWord(string folded, ref int at)
    {
        while (at < folded.Length && KindOf(folded[at]) == 0)
        {
            at++;
        }

        var from = at;
        while (at < folded.Length && KindOf(folded[at]) == KindOf(folded[from]))
        {
            at++;
        }

        return folded.AsSpan(from, at - from);
    }

    private static int KindOf(char c) =>
        char.IsDigit(c) ? 1
        : char.IsAsciiLetter(c) ? 2
        : char.IsLetter(c) ? 3
        : 0;
}
