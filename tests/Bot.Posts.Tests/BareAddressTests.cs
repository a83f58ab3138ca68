using Bot.Chat.Trees;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Tests;

public sealed class BareAddressTests
{
    [Theory]
    [InlineData("詳しくは https://example.com/a?b=1。続く", "https://example.com/a?b=1")]
    [InlineData("詳しくは（https://example.com/a）にある", "https://example.com/a")]
    [InlineData("詳しくはhttps://example.com/aを参照", "https://example.com/a")]
    [InlineData("see (https://example.com/a_(b)), then", "https://example.com/a_(b)")]
    [InlineData("see https://example.com/a_b_c.", "https://example.com/a_b_c")]
    [InlineData("**https://example.com/太** x", "https://example.com/")]
    [InlineData("HTTP://EXAMPLE.COM/x!", "HTTP://EXAMPLE.COM/x")]
    public void An_address_that_stands_bare_is_a_link_and_ends_before_what_is_no_part_of_it(string text, string address) =>
        Assert.Equal([address], Links(text));

    [Theory]
    [InlineData("javascript://example.com/a")]
    [InlineData("xhttps://example.com/a")]
    [InlineData("https://")]
    [InlineData("https:// example.com")]
    [InlineData("<img src=\"https://example.com/a\">")]
    [InlineData("`https://example.com/a`")]
    [InlineData("2001:db8:: と 10:20:30 と :100:")]
    public void What_is_none_stays_text(string text) => Assert.Empty(Links(text));

    [Fact]
    public void Every_word_stays_and_a_link_of_the_authors_is_left_alone()
    {
        const string text = "甲 https://a.example/x。乙 [丙 https://b.example/](https://b.example/) 丁 https://c.example/y_z、戊";
        var message = Compose.Read($"# 見出し\n\n{text}\n");
        var clean = Sanitizer.Clean(message.Document).OfType<Markdig.Syntax.ParagraphBlock>().Single();

        Assert.Equal("甲 https://a.example/x。乙 丙 https://b.example/ 丁 https://c.example/y_z、戊", FlatText.Plain(clean.Inline!));
        Assert.Equal(
            ["https://a.example/x", "https://b.example/", "https://c.example/y_z"],
            Walk.Inlines<LinkInline>(clean.Inline!).Select(link => link.Url)
        );
    }

    private static IEnumerable<string?> Links(string text) =>
        Sanitizer
            .Clean(Compose.Read($"# 見出し\n\n{text}\n").Document)
            .OfType<Markdig.Syntax.ParagraphBlock>()
            .SelectMany(paragraph => Walk.Inlines<LinkInline>(paragraph.Inline!))
            .Select(link => link.Url);
}
