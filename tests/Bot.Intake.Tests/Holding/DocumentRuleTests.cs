using Bot.Briefings;
using Bot.Chat;
using Bot.Intake.Holding;
using Bot.Testing.Briefings;

namespace Bot.Intake.Tests.Holding;

public sealed class DocumentRuleTests
{
    private static readonly BriefingKey Key = new("us-ai", new DateOnly(2026, 1, 6));

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><body><h2>Sign in</h2></body></html>")]
    [InlineData("<HTML lang=\"ja\"><body>## 見出し</body></HTML>")]
    [InlineData("\n \t<html>\n\n## ニュース\n\n- **A**: b\n")]
    [InlineData("\uFEFF<!doctype html><title>Just a moment</title>")]
    [InlineData("<head><meta charset=utf-8></head>")]
    [InlineData("<body onload=\"go()\">wait</body>")]
    [InlineData("<script>location='/check'</script>")]
    [InlineData("<?xml version=\"1.0\"?><rss><channel/></rss>")]
    [InlineData("<rss version=\"2.0\"><channel><item/></channel></rss>")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>")]
    [InlineData("<rdf:RDF></rdf:RDF>")]
    public void Markup_from_the_first_character_is_no_briefing(string document) => Assert.Equal(HoldReason.Markup, Judge(document));

    [Fact]
    public void Markup_inside_or_at_the_head_of_a_briefing_is_its_authors_affair()
    {
        var briefing = new FixtureBriefing().ToMarkdown();

        Assert.Null(Judge("<div align=\"center\">号外</div>\n\n" + briefing));
        Assert.Null(Judge("<!-- 下書き -->\n\n" + briefing));
        Assert.Null(Judge(briefing + "\n<html><body>引用した例</body></html>\n"));
    }

    [Theory]
    [InlineData("# 動向 2026年1月6日\n\n段落だけの知らせ。\n")]
    [InlineData("2026-01-06\n\n- 項目\n- 項目\n")]
    public void A_text_without_any_section_is_held(string document) => Assert.Equal(HoldReason.NoSections, Judge(document));

    [Fact]
    public void Held_is_one_of_whose_news_nothing_was_understood_and_which_has_nothing_else()
    {
        const string News = "## AI基盤技術ニュース\n\n港の話が続きます。人の声を集めました。\n\n";

        Assert.Equal(HoldReason.NothingUnderstood, Judge($"# 動向 2026年1月6日\n\n{News}## スタートアップ動向\n\n静かな一日です。\n"));
        // One entry anywhere is something.
        Assert.Null(Judge($"# 動向 2026年1月6日\n\n{News}## 包括的展望\n\n- **短期（〜1年）**: **試験**が広がります。\n"));
        Assert.Null(Judge($"# 動向 2026年1月6日\n\n{News}## スタートアップ動向\n\n- **Quillstone、1億ドルを調達**: シリーズBです。\n"));
        // One that says itself that there is nothing is understood.
        Assert.Null(
            Judge(
                "# 動向 2026年1月6日\n\n## AI基盤技術ニュース\n\n本日は特筆すべきニュースはありませんでした。\n\n## スタートアップ動向\n\n静かな一日です。\n"
            )
        );
        // Without a section that is to have news nothing is missing.
        Assert.Null(Judge("# 動向 2026年1月6日\n\n## 編集後記\n\n静かな一日です。\n"));
    }

    [Fact]
    public void The_fixture_passes() => Assert.Null(Judge(new FixtureBriefing().ToMarkdown()));

    private static HoldReason? Judge(string document) => DocumentRule.Judge(new BriefingReader().Read(document), Key)?.Reason;
}
