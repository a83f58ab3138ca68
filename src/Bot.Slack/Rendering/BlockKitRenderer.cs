using Bot.Chat.Messages;
using Bot.Slack.Rendering.BlockKit;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Bot.Slack.Rendering;

/// <summary>
/// Markdig's renderer to Block Kit. Every node type that may occur is written by a renderer in this folder. Text becomes rich text, where
/// no character is markup. The tree is only read, so it can be rendered again in different parts.
/// </summary>
internal sealed class BlockKitRenderer : RendererBase
{
    /// <summary>
    /// More cards than this share blocks, separated by blank lines: a divider each would use up half of a message's blocks.
    /// </summary>
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

    /// <summary>Nesting depth of lists around the current node.</summary>
    public int ListDepth { get; set; }

    /// <summary>Whether the cards being written share their blocks.</summary>
    public bool JoinsCards { get; private set; }

    /// <summary>The current node cannot contain a block, because it is in a list or a quote.</summary>
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

    /// <summary>Ends the running text as its own block.</summary>
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

    /// <summary>Separates the next block of text from the previous one; text after a heading stays close to it.</summary>
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

    /// <summary>Lines of a contents list that was taken apart share one block, because its id must be unique.</summary>
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
