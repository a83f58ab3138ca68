using AngleSharp.Html.Parser;
using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Web.Rendering;
using Bot.Web.Tests.Infrastructure;
using Markdig;
using Markdig.Syntax;

namespace Bot.Web.Tests.Rendering;

/// <summary>Invariant 3: nothing in a briefing can become active.</summary>
public sealed class HostileTextTests
{
    private static readonly HashSet<string> Elements =
    [
        "html",
        "head",
        "body",
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "div",
        "span",
        "a",
        "strong",
        "em",
        "del",
        "sub",
        "sup",
        "ins",
        "mark",
        "code",
        "pre",
        "blockquote",
        "hr",
        "br",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "href",
        "rel",
        "class",
        "id",
        "title",
        "aria-label",
        "start",
        "role",
        "scope",
        "tabindex",
        "data-label",
    ];

    public static TheoryData<string> Zoo =>
        [
            "<script>alert(1)</script>",
            "text <script>alert(1)</script> text",
            "<img src=x onerror=alert(1)>",
            "\"><img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<svg><script xlink:href=\"data:,alert(1)\"></script></svg>",
            "<style>*{display:none}</style>",
            "<p style=\"position:fixed\">x</p>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<base href=https://evil.example><form action=/sign-out method=post><button>x",
            "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\">",
            "<!-- --><meta http-equiv=refresh content=0;url=https://evil.example>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](javascript&colon;alert(1))",
            "[x](java&#9;script:alert(1))",
            "[x](&#x6A;avascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](vbscript:x)",
            "[x](file:///etc/passwd)",
            "[x](//evil.example)",
            "[x](/sign-out)",
            "[x](#s-0000000000)",
            "[x](https://a.example/\"onmouseover=alert(1)//)",
            "[x](https://a.example 'x\" onmouseover=\"alert(1)')",
            "![x](https://a.example/x.png)",
            "![x](javascript:alert(1))",
            "<javascript:alert(1)>",
            "<https://a.example/\"><script>alert(1)</script>>",
            "[x]: javascript:alert(1)\n\n[x]",
            "# x {onclick=alert(1) style=color:red}\n\n**x**{onclick=alert(1)}",
            "```\" onclick=alert(1)\n</code></pre><script>alert(1)</script>\n```",
            "`</code><script>alert(1)</script>`",
            "| <script>x</script> | \" onclick=x | c | d |\n| - | :-: | - | - |\n| <img src=x onerror=x> | @everyone | - | <svg> |",
            "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
            "@everyone <@U123> <!channel> @here",
            "::: warning onclick=x\nx\n:::",
            "x[^1]\n\n[^1]: <script>x</script>",
            "- [ ] <script>x</script>",
            "\u0000<scr\u0000ipt>\u202Eevil\u202C",
        ];

    [Theory, MemberData(nameof(Zoo))]
    public void F9_Hostile_markdown_becomes_inert(string markdown)
    {
        // With every extension that can be enabled, including those the reader does not use.
        var pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseGenericAttributes().UseSmartyPants().Build();

        AssertInert(WebRenderer.Render(Compose.Message(Compose.Text(markdown, pipeline))).Html);
        AssertInert(WebRenderer.Render(Compose.Message(Compose.Text(markdown))).Html);
        AssertInert(
            WebRenderer.Render(Compose.Message([Compose.Role(Bot.Chat.Messages.BlockRole.Card, Compose.Text(markdown, pipeline))])).Html
        );
    }

    [Theory]
    [InlineData("<b>bold</b> & <script>x</script>", "<b>bold</b> & <script>x</script>")]
    [InlineData("<div>\n<script>x</script>\n</div>", "<div>\n<script>x</script>\n</div>")]
    [InlineData("a [label](javascript:alert(1)) b", "a label b")]
    [InlineData("@everyone", "@everyone")]
    public void The_words_stay_readable(string markdown, string shown)
    {
        var html = WebRenderer.Render(Compose.Message(Compose.Text(markdown))).Html;

        Assert.Equal(shown, new HtmlParser().ParseDocument(html).Body!.TextContent.Trim());
    }

    [Theory]
    [InlineData("https://news.example/a?b=c&d=e", true)]
    [InlineData("http://news.example", true)]
    [InlineData("mailto:desk@news.example", true)]
    [InlineData("HTTPS://news.example", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("java\tscript:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("https\n://news.example", false)]
    [InlineData("//news.example", false)]
    [InlineData("/sign-out", false)]
    [InlineData("#x", false)]
    [InlineData("ftp://news.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_web_and_mail_addresses_become_links(string? url, bool safe) => Assert.Equal(safe, SafeLink.IsSafe(url));

    [Fact]
    public void A_hostile_source_names_itself_as_text_only()
    {
        var source = new Reference(1, "\"><script>alert(1)</script>", null, "' onmouseover='x", "javascript:alert(1)", default)
        {
            Text = "<img>",
        };
        var citation = new CitationInline
        {
            Numbers = [1],
            Sources = [source],
            Url = "data:text/html,x",
        };
        var paragraph = new ParagraphBlock { Inline = new Markdig.Syntax.Inlines.ContainerInline() };
        paragraph.Inline.AppendChild(citation);

        var html = WebRenderer.Render(Compose.Message(paragraph)).Html;

        AssertInert(html);
        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
    }

    private static void AssertInert(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.All)
        {
            Assert.Contains(element.LocalName, Elements);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, Attributes);
            }

            if (element.GetAttribute("href") is { } href && !href.StartsWith('#'))
            {
                Assert.Matches("^(https?://|mailto:)", href);
                Assert.Equal("nofollow noopener noreferrer", element.GetAttribute("rel"));
            }
        }
    }
}
