using System.Text;
using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Reading;

/// <summary>Shared by the readers of a document's parts: its text, its words, its warnings.</summary>
internal sealed class ReadingContext(string source, Vocabulary vocabulary, SourceMap map)
{
    private readonly PlainText _plain = new();

    public string Source => source;

    public Vocabulary Vocabulary => vocabulary;

    public SourceMap Map => map;

    public List<Warning> Warnings { get; } = [];

    /// <summary>Tables already read; several readers ask for them.</summary>
    public Dictionary<Markdig.Extensions.Tables.Table, TableView> Tables { get; private init; } = [];

    /// <summary>The same document for a tentative reading, with separate warnings.</summary>
    public ReadingContext Trial() => new(source, vocabulary, map) { Tables = Tables };

    public void Warn(string code, string detail, int offset) => Warnings.Add(new Warning(code, detail, Map.At(offset)));

    public string Plain(ContainerInline? inlines) => _plain.Take(inlines);

    public string Plain(Block block) => _plain.Take(block);

    /// <summary>Plain text of several blocks, joined by spaces.</summary>
    public string PlainOf(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            _plain.Append(block);
        }

        return _plain.Take();
    }

    /// <summary>Plain text of an item, one line per paragraph, including those of nested lists.</summary>
    public string PlainLines(ContainerBlock item)
    {
        var lines = new StringBuilder();
        Append(item, lines);
        return lines.ToString();
    }

    public TextPosition Position(MarkdownObject node) => Map.At(node.Span.Start);

    /// <summary>The author's text of some consecutive blocks, dedented to the first one's column.</summary>
    public string Slice(MarkdownObject first, MarkdownObject last) => Slice(first.Span.Start, last.Span.End + 1);

    public string Slice(int start, int end)
    {
        start = Math.Clamp(start, 0, source.Length);
        end = Math.Clamp(end, start, source.Length);
        var text = source.AsSpan(start, end - start).TrimEnd();
        var indent = start - Map.LineStart(start);
        return indent == 0 || !text.Contains('\n') ? text.ToString() : Dedent(text, indent);
    }

    /// <summary>Numbers cited in some blocks, in order of first appearance, each once.</summary>
    public static IReadOnlyList<int> Citations(IEnumerable<Block> blocks)
    {
        List<int>? numbers = null;
        foreach (var block in blocks)
        {
            Collect(block, ref numbers);
        }

        return (IReadOnlyList<int>?)numbers ?? [];
    }

    private void Append(ContainerBlock container, StringBuilder lines)
    {
        foreach (var block in container)
        {
            if (block is ContainerBlock inner)
            {
                Append(inner, lines);
            }
            else if (Plain(block) is { Length: > 0 } line)
            {
                lines.Append(lines.Length == 0 ? "" : "\n").Append(line);
            }
        }
    }

    private static void Collect(Block block, ref List<int>? numbers)
    {
        if (block is LeafBlock { Inline: { } inlines })
        {
            Collect(inlines, ref numbers);
        }
        else if (block is ContainerBlock container)
        {
            foreach (var child in container)
            {
                Collect(child, ref numbers);
            }
        }
    }

    private static void Collect(ContainerInline inlines, ref List<int>? numbers)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LiteralInline)
            {
                continue;
            }

            if (inline is CitationInline citation)
            {
                numbers ??= [];
                foreach (var number in citation.Numbers)
                {
                    if (!numbers.Contains(number))
                    {
                        numbers.Add(number);
                    }
                }
            }
            else if (inline is ContainerInline container)
            {
                Collect(container, ref numbers);
            }
        }
    }

    private static string Dedent(ReadOnlySpan<char> text, int indent)
    {
        var dedented = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var end = text[at..].IndexOf('\n') is >= 0 and var feed ? at + feed + 1 : text.Length;
            dedented.Append(text[at..end]);
            at = end;
            for (var spaces = 0; spaces < indent && at < text.Length && text[at] is ' ' or '\t'; spaces++)
            {
                at++;
            }
        }

        return dedented.ToString().TrimEnd();
    }
}
