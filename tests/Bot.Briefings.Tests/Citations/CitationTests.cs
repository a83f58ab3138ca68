using Bot.Briefings.Citations;
using Markdig;
using Markdig.Syntax;

namespace Bot.Briefings.Tests.Citations;

public sealed class CitationTests
{
    [Theory]
    [InlineData("a [3]", "3")]
    [InlineData("a [3][4]", "3,4")]
    [InlineData("a [3, 4]", "3,4")]
    [InlineData("a [3、4]", "3,4")]
    [InlineData("a [3-5]", "3,4,5")]
    [InlineData("a [3–5, 8]", "3,4,5,8")]
    [InlineData("a 【3】", "3")]
    [InlineData("a ［３］", "3")]
    [InlineData("a［３、４］b", "3,4")]
    [InlineData("a [3](https://a.example)", "3")]
    [InlineData("a <sup>[3]</sup>", "3")]
    [InlineData("a **[3]**", "3")]
    [InlineData("a [ 3 ]", "3")]
    [InlineData("a [^3]", "3")]
    [InlineData("[3]: is no definition here [4]", "3,4")]
    [InlineData("a `[3]`", "")]
    [InlineData("a \\[3\\]", "")]
    [InlineData("a [ ] b [x]", "")]
    [InlineData("a [2026] b", "")]
    [InlineData("a [0]", "")]
    [InlineData("a [3.5]", "")]
    [InlineData("a [5-3]", "")]
    [InlineData("a [1-100]", "")]
    [InlineData("a [3", "")]
    [InlineData("【特集】", "")]
    [InlineData("![3](a.png)", "")]
    public void A_mark_is_recognised(string text, string numbers) =>
        Assert.Equal(numbers, string.Join(',', Marks(text).SelectMany(mark => mark.Numbers)));

    [Fact]
    public void A_mark_knows_its_place_and_its_link()
    {
        var mark = Assert.Single(Marks("ab [3](https://a.example/x)"));

        Assert.Equal((3, 26), (mark.Span.Start, mark.Span.End));
        Assert.Equal("https://a.example/x", mark.Url);
    }

    [Fact]
    public void A_script_behind_a_mark_is_no_link()
    {
        var mark = Assert.Single(Marks("[3](javascript:alert%281%29)"));

        Assert.Null(mark.Url);
        Assert.StartsWith("javascript:", mark.WrittenUrl, StringComparison.Ordinal);
    }

    private static List<CitationInline> Marks(string text) =>
        [.. Markdown.Parse(text, BriefingPipeline.Instance).Descendants<CitationInline>()];
}
