using Bot.Chat.Messages;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Discord.Rendering;

/// <summary>Which links are written: all, or fewer if a part would otherwise exceed Discord's limits.</summary>
internal enum Links
{
    All,

    /// <summary>The line of sources only names them.</summary>
    NotOfSources,
    None,
}

/// <summary>
/// Turns clean blocks into a container's components. Every node type that a message may contain is written by a renderer in this folder.
/// Does not change the blocks.
/// </summary>
internal sealed class ComponentRenderer : RendererBase
{
    /// <summary>
    /// Up to this many cards are separated by lines; with more, the lines would use up the components that Discord allows.
    /// </summary>
    private const int MostCardsApart = 6;

    public ComponentRenderer() =>
        ObjectRenderers.AddRange([
            new RoleBlockRenderer(),
            new HeadingRenderer(),
            new ParagraphRenderer(),
            new ListRenderer(),
            new QuoteRenderer(),
            new CodeRenderer(),
            new RuleRenderer(),
            new GridRenderer(),
            new UnknownBlockRenderer(),
            new LiteralRenderer(),
            new EmphasisRenderer(),
            new CodeSpanRenderer(),
            new LineBreakRenderer(),
            new CitationRenderer(),
            new LinkRenderer(),
            new UnknownInlineRenderer(),
        ]);

    public Layout Layout { get; } = new();

    public MarkdownText Text => Layout.Text;

    public Links Links { get; set; }

    /// <summary>Style of the next words.</summary>
    public TextStyle Style { get; set; }

    /// <summary>Where the next words link to; null: nowhere.</summary>
    public string? Url { get; set; }

    /// <summary>Whether blocks are close together: within a card, small type, a tight list.</summary>
    public bool IsTight { get; set; }

    /// <summary>Whether in small type, which has no lists.</summary>
    public bool IsSmall { get; set; }

    public bool InQuote { get; set; }

    public bool IsOneLine { get; private set; }

    public bool CardsApart { get; private set; }

    /// <summary>Whether these are the outermost blocks of a message.</summary>
    public bool IsOuter { get; private set; }

    public override object Render(MarkdownObject markdownObject)
    {
        Write(markdownObject);
        return Layout;
    }

    /// <summary>The components of a message's blocks.</summary>
    public List<Component> Components(IReadOnlyList<Block> blocks, Links links)
    {
        Links = links;
        CardsApart = blocks.Count(block => block is RoleBlock { Role: BlockRole.Card }) <= MostCardsApart;
        foreach (var block in blocks)
        {
            IsOuter = true;
            Write(block);
        }

        return Layout.Take();
    }

    /// <summary>Blocks in a container, which are not the outermost ones.</summary>
    public void WriteInner(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            IsOuter = false;
            Write(block);
        }
    }

    /// <summary>Begins a block with the space before it.</summary>
    /// <param name="small">It is small type, which comes close below what it belongs to.</param>
    public void BeginBlock(bool small = false)
    {
        Text.EndLine();
        if (Layout.Last is Neighbour.Text && !IsTight && !small && !Text.IsEmpty)
        {
            Text.BlankLine();
        }

        Layout.Last = small ? Neighbour.Head : Neighbour.Text;
    }

    /// <summary>A block's inlines, as in the tree.</summary>
    public void WriteInlines(ContainerInline? inlines)
    {
        if (inlines is not null)
        {
            WriteChildren(inlines);
        }
    }

    /// <summary>Inlines on one line: a line break becomes a space.</summary>
    public void WriteOneLine(ContainerInline? inlines)
    {
        var outer = IsOneLine;
        IsOneLine = true;
        WriteInlines(inlines);
        IsOneLine = outer;
    }
}
