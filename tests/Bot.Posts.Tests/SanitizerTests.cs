using Bot.Briefings.Citations;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Tests;

public class SanitizerTests
{
    [Fact]
    public void A_thread_holds_no_node_that_can_act()
    {
        var thread = Compose.Thread(Compose.Fixture("hostile.ja.md"));
        foreach (var message in thread.Sections.Select(section => section.Message).Prepend(thread.Root))
        {
            Assert.All(
                message.Body.SelectMany(Walk.Inlines<Inline>),
                inline =>
                {
                    Assert.True(
                        inline
                            is LiteralInline
                                or EmphasisInline
                                or CodeInline
                                or LineBreakInline
                                or CitationInline
                                or LinkInline { IsImage: false },
                        inline.GetType().Name
                    );
                    if (inline is LinkInline link)
                    {
                        Assert.Matches("^(https?|mailto):", link.Url);
                        Assert.True(link.GetDynamicUrl is null && string.IsNullOrEmpty(link.Title));
                    }
                }
            );
            Assert.DoesNotContain(message.Body.Descendants(), node => node is HtmlBlock);
            Assert.DoesNotContain('\u202E', TextRenderer.Render(message));
        }
    }

    [Theory]
    [InlineData("[罠](javascript:alert(1))", "罠")]
    [InlineData("[罠](JaVaScRiPt:alert(1))", "罠")]
    [InlineData("[罠](java&#x0A;script:alert(1))", "罠")]
    [InlineData("[罠](data:text/html,x)", "罠")]
    [InlineData("[罠](//evil.example)", "罠")]
    [InlineData("[罠](/admin)", "罠")]
    [InlineData("[罠](http://)", "罠")]
    [InlineData("[b.example](https://evil.example/x)", "b.example (evil.example) (https://evil.example/x)")]
    [InlineData("[b.example/path](https://www.b.example/x)", "b.example/path (https://www.b.example/x)")]
    [InlineData("[bаnk.example](https://bank.example/x)", "bаnk.example (bank.example) (https://bank.example/x)")]
    [InlineData("[v1.5](https://b.example/x)", "v1.5 (https://b.example/x)")]
    [InlineData("[文](mailto:a@b.example)", "文 (mailto:a@b.example)")]
    [InlineData("[文](https://b.example/?a=1&amp;b=2)", "文 (https://b.example/?a=1&b=2)")]
    [InlineData("[文][r]\n\n[r]: https://r.example", "文 (https://r.example)")]
    [InlineData("![絵](https://b.example/a.png)", "絵 (https://b.example/a.png)")]
    [InlineData("![](https://b.example/a.png)", "b.example (https://b.example/a.png)")]
    [InlineData("![絵](data:image/png;base64,AA)", "絵")]
    [InlineData("<https://b.example>", "https://b.example")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    [InlineData("<b>太</b>", "<b>太</b>")]
    [InlineData("一<br>二<br/>三", "一\n二\n三")]
    [InlineData("一<!-- 隠れた -->二", "一二")]
    [InlineData("主張<sup>[3]</sup>です", "主張[3]です")]
    [InlineData("&lt;b&gt; &amp; &copy;", "<b> & ©")]
    [InlineData("a\u200Bb\u202Ec", "abc")]
    [InlineData("`a\u200Bb`", "ab")]
    [InlineData("**閉じない と [閉じない", "**閉じない と [閉じない")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("<!-- 消える -->", "")]
    public void What_can_act_becomes_text(string markdown, string expected)
    {
        var blocks = Sanitizer.Clean(Compose.Read("# t\n\n" + markdown).Document.Skip(1));
        Assert.Equal(
            expected,
            string.Join('\n', blocks.Select(block => TextRenderer.Render(new Chat.Messages.Message([block])).TrimEnd('\n')))
        );
    }
}
