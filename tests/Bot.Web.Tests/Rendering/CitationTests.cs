using AngleSharp.Html.Parser;
using Bot.Web.Rendering;
using Bot.Web.Tests.Infrastructure;

namespace Bot.Web.Tests.Rendering;

public sealed class CitationTests
{
    [Fact]
    public void A_number_links_to_its_source_and_names_it()
    {
        var link = Parse("主張 §4§。").QuerySelector("a.cite")!;

        Assert.Equal("[4]", link.TextContent);
        Assert.Equal("https://news.example/4", link.GetAttribute("href"));
        Assert.Equal("Deal Notes – Tanager Labs、シリーズBで12億ドル", link.GetAttribute("title"));
        Assert.StartsWith("[4] Deal Notes", link.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_numbers_are_several_links() =>
        Assert.Equal(["[1]", "[3]"], Parse("主張 §1,3§。").QuerySelectorAll("a.cite").Select(link => link.TextContent));

    [Fact]
    public void A_number_without_a_reference_is_plain()
    {
        var body = Parse("主張 §9§。");

        Assert.Empty(body.QuerySelectorAll("a"));
        Assert.Equal("[9]", body.QuerySelector("span.cite")!.TextContent);
    }

    [Fact]
    public void A_number_stays_on_the_line_of_its_claim() => Assert.Equal("主張\u202F[4]。", Parse("主張 §4§。").TextContent.Trim());

    private static AngleSharp.Dom.IElement Parse(string markdown) =>
        new HtmlParser().ParseDocument(WebRenderer.Render(Compose.Message(Compose.Text(markdown, Samples.Sources))).Html).Body!;
}
