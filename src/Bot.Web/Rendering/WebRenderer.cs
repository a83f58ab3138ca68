using System.Text;
using Bot.Chat.Messages;
using Bot.Web.Texts;
using Markdig.Extensions.Yaml;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Bot.Web.Rendering;

/// <summary>
/// Renders a message to the web channel's payload. Every node type that may appear is written by a renderer in this
/// folder, and no renderer writes attributes from a document, so nothing in a briefing can become active. Pure.
/// </summary>
public static class WebRenderer
{
    public static WebPayload Render(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var headline = message.Body.OfType<RoleBlock>().FirstOrDefault(block => block.Role == BlockRole.Headline);
        var heading = headline?.OfType<HeadingBlock>().FirstOrDefault();
        var anchor = heading is null || heading.Level < RoleBlockRenderer.SectionLevel ? null : SectionAnchor.Of(NodeText.Of(heading));

        using var html = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        renderer.ObjectRenderers.Clear();
        renderer.ObjectRenderers.AddRange([
            new NoContentRenderer<YamlFrontMatterBlock>(),
            new NoContentRenderer<LinkReferenceDefinitionGroup>(),
            new RoleBlockRenderer(anchor, message.Locale),
            new HeadingRenderer(),
            new ParagraphRenderer(),
            new ListRenderer(),
            new QuoteRenderer(),
            new CodeRenderer(),
            new RuleRenderer(),
            new TableRenderer(PageTexts.In(message.Locale)["TableLabel"]),
            new RawHtmlBlockRenderer(),
            new LiteralRenderer(),
            new EmphasisRenderer(),
            new CodeSpanRenderer(),
            new LineBreakRenderer(),
            new CitationRenderer(),
            new LinkRenderer(),
            new AutolinkRenderer(),
            new EntityRenderer(),
            new RawHtmlRenderer(),
            new UnknownRenderer(),
        ]);
        renderer.Render(message.Body);

        return new WebPayload(Title(message.Body, heading), html.ToString().Trim(), anchor, message.Locale, message.Buttons);
    }

    private static string Title(MarkdownDocument body, HeadingBlock? heading)
    {
        var block = heading ?? body.Descendants<LeafBlock>().FirstOrDefault(leaf => leaf.Inline?.FirstChild is not null);
        var text = block is null ? new StringBuilder() : new StringBuilder(NodeText.Of(block));
        return text.Replace('\n', ' ').ToString().Trim();
    }
}
