using Bot.Chat.Messages;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Discord.Rendering;

/// <summary>Which links are written: all, or fewer where a part would not fit Discord's limits with them.</summary>
internal enum Links
{
    All,

    /// <summary>The line of sources names them only.</summary>
    NotOfSources,
    None,
}

/// <summary>
/// Turns clean blocks into the components of a container. Every node type that a message may hold is written by a
/// renderer of this folder. Does not change the blocks.
/// </summary>
internal sealed class ComponentRenderer : RendererBase
{
    /// <summary>Up to so many cards stand apart, each between lines; more would take the components that Discord allows.</summary>
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

    /// <summary>How the next words are set.</summary>
    public TextStyle Style { get; set; }

    /// <summary>Where the next words lead to; null: nowhere.</summary>
    public string? Url { get; set; }

    /// <summary>Blocks stand close together: within a card, small type, a tight list.</summary>
    public bool IsTight { get; set; }

    /// <summary>In small type, which has no lists.</summary>
    public bool IsSmall { get; set; }

    public bool InQuote { get; set; }

    public bool IsOneLine { get; private set; }

    public bool CardsApart { get; private set; }

    /// <summary>Of the outermost blocks of a message.</summary>
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

    /// <summary>Blocks of a container, which are no outermost ones.</summary>
    public void WriteInner(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            IsOuter = false;
            Write(block);
        }
    }

    /// <summary>Begins a block: the space before it.</summary>
    /// <param name="small">It is small type, which stands close below what it belongs to.</param>
    public void BeginBlock(bool small = false)
    {
        Text.EndLine();
        if (Layout.Last is Neighbour.Text && !IsTight && !small && !Text.IsEmpty)
        {
            Text.BlankLine();
        }

        Layout.Last = small ? Neighbour.Head : Neighbour.Text;
    }

    /// <summary>Inlines of a block, as the tree has them.</summary>
    public void WriteInlines(ContainerInline? inlines)
    {
        if (inlines is not null)
        {
            WriteChildren(inlines);
        }
    }

    /// <summary>Inlines on one line: a break is a blank.</summary>
    public void WriteOneLine(ContainerInline? inlines)
    {
        var outer = IsOneLine;
        IsOneLine = true;
        WriteInlines(inlines);
        IsOneLine = outer;
    }
}
