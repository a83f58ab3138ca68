using Bot.Chat.Messages;
using Bot.Slack.Rendering.BlockKit;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Bot.Slack.Rendering;

/// <summary>
/// Markdig's renderer to Block Kit. Every node type that may appear is written by a renderer of this folder. Text goes
/// out as rich text, where no character is markup. The tree is only read, so it can be rendered again in other parts.
/// </summary>
internal sealed class BlockKitRenderer : RendererBase
{
    /// <summary>More cards than this share blocks, parted by blank lines: a divider each would take half of a message's blocks.</summary>
    private const int MostPartedCards = 12;

    private const int BlankLine = 2;

    private List<SlackBlock> _blocks = [];
    private bool _followsHeading;

    public BlockKitRenderer() =>
        ObjectRenderers.AddRange([
            new LiteralRenderer(),
            new ParagraphRenderer(),
            new EmphasisRenderer(),
            new CitationRenderer(),
            new LinkRenderer(),
            new RoleBlockRenderer(),
            new LineBreakRenderer(),
            new ListRenderer(),
            new HeadingRenderer(),
            new TableRenderer(),
            new CodeSpanRenderer(),
            new QuoteRenderer(),
            new CodeRenderer(),
            new RuleRenderer(),
            new UnknownRenderer(),
        ]);

    public RichTextWriter Text { get; } = new();

    /// <summary>Line feeds between two blocks of text: fewer in cards and lists.</summary>
    public int Spacing { get; set; } = BlankLine;

    /// <summary>How many lists stand around what is written.</summary>
    public int ListDepth { get; set; }

    /// <summary>The cards being written share their blocks.</summary>
    public bool JoinsCards { get; private set; }

    /// <summary>What is written cannot hold a block: it stands in a list or a quote.</summary>
    public bool IsNested => ListDepth > 0 || Text.IsQuoted;

    public override object Render(MarkdownObject markdownObject)
    {
        Write(markdownObject);
        return this;
    }

    /// <summary>The blocks of a message or of a part of one.</summary>
    public IReadOnlyList<SlackBlock> Render(IReadOnlyList<Block> blocks)
    {
        JoinsCards = blocks.Count(IsCard) > MostPartedCards;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (at > 0 && !JoinsCards && IsCard(blocks[at]) && IsCard(blocks[at - 1]))
            {
                Add(new DividerBlock());
            }

            WriteTop(blocks, at);
        }

        EndText();
        var rendered = _blocks;
        (_blocks, _followsHeading) = ([], false);
        return rendered;
    }

    /// <summary>Ends the running text as a block of its own.</summary>
    public void EndText(string? blockId = null)
    {
        if (Text.Take(blockId) is { } block)
        {
            _blocks.Add(block);
        }

        _followsHeading = false;
    }

    public void Add(SlackBlock block)
    {
        EndText();
        _blocks.Add(block);
    }

    /// <summary>Parts the next block of text from the one before; what follows a heading stands close to it.</summary>
    public void BeginText()
    {
        Text.Separate(_followsHeading ? 1 : Spacing);
        _followsHeading = false;
    }

    public void EndHeading() => _followsHeading = true;

    public void WriteLeafInline(LeafBlock leaf)
    {
        for (var inline = leaf.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Write(inline);
        }
    }

    /// <summary>Lines of a contents that was taken apart share one block, whose id must not come twice.</summary>
    private void WriteTop(IReadOnlyList<Block> blocks, int at)
    {
        if (!IsContents(blocks[at]))
        {
            Write(blocks[at]);
            return;
        }

        if (at == 0 || !IsContents(blocks[at - 1]))
        {
            EndText();
        }

        WriteChildren((ContainerBlock)blocks[at]);
        if (at + 1 == blocks.Count || !IsContents(blocks[at + 1]))
        {
            EndText(RichTextBlock.Contents);
        }
    }

    private static bool IsContents(Block block) => block is RoleBlock { Role: BlockRole.Contents };

    private static bool IsCard(Block block) => block is RoleBlock { Role: BlockRole.Card };
}
