using Bot.Briefings.Text;
using Markdig;

namespace Bot.Briefings.Tests.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("**a** *b* `c` ~d", "a b c ~d")]
    [InlineData("における**「言語中心主義」からの脱却**という", "における「言語中心主義」からの脱却という")]
    [InlineData("[text](https://a.example) &amp; &#x41;", "text & A")]
    [InlineData("a\\*b\\[c\\]", "a*b[c]")]
    [InlineData("a<br>b<b>c</b><sup>[1]</sup>", "a bc")]
    [InlineData("発表しました [1]。次", "発表しました。次")]
    [InlineData("a\u00A0b\u3000 c\td", "a b c d")]
    [InlineData("a\nb", "a b")]
    [InlineData("z\u200Be\u2060r\uFEFFo", "zero")]
    [InlineData("👩\u200D💻 a\u200Db", "👩\u200D💻 ab")]
    [InlineData("ＡＩ①", "ＡＩ①")]
    [InlineData("a * b _ c", "a * b _ c")]
    [InlineData("a<script>x</script>y", "ay")]
    public void Text_has_no_markup(string markdown, string plain) =>
        Assert.Equal(plain, PlainText.Of(Markdown.Parse(markdown, BriefingPipeline.Instance)));
}
