using System.Text;
using Bot.Briefings.Dates;
using Bot.Briefings.Model;
using Bot.Briefings.Text;
using Markdig.Syntax;

namespace Bot.Briefings.Tests.Outlines;

/// <summary>Marks that people type and Markdown has otherwise or not at all.</summary>
public sealed class AuthorsMarksTests
{
    [Theory]
    [InlineData("・A社、地図を更新：道路が増えた。\n・B社、辞書を無償に：九万語。", "A社、地図を更新|B社、辞書を無償に")]
    [InlineData("- **A社、地図を更新** [1]\n- [x] **B社、辞書を無償に**", "A社、地図を更新|B社、辞書を無償に")]
    [InlineData("**A社、地図を更新**\n道路が増えた。\n**B社、辞書を無償に**\n九万語。", "A社、地図を更新|B社、辞書を無償に")]
    [InlineData("1. **A社、地図を更新**\n\n道路が増えた。\n\n2. **B社、辞書を無償に**\n\n九万語。", "A社、地図を更新|B社、辞書を無償に")]
    [InlineData("① **A社、地図を更新**\n\n② **B社、辞書を無償に**", "A社、地図を更新|B社、辞書を無償に")]
    [InlineData("###A社、地図を更新\n\n道路が増えた。\n\n###B社、辞書を無償に\n\n九万語。", "A社、地図を更新|B社、辞書を無償に")]
    [InlineData(
        "### 国内\n\n- **A社、地図を更新**: 道路。\n- **B社、辞書を無償に**: 九万語。\n\n### 海外\n\n- **C社、値下げ**: 半額。\n- **D社、増産**: 倍。",
        "A社、地図を更新|B社、辞書を無償に|C社、値下げ|D社、増産"
    )]
    [InlineData(
        "### A社、地図を更新\n\n道路が増えた。\n\n- **対象**: 国内\n- **時期**: 来月\n\n### B社、辞書を無償に\n\n- **対象**: 全員\n- **時期**: 本日",
        "A社、地図を更新|B社、辞書を無償に"
    )]
    [InlineData(
        "- 型「a::b」とchat:writeを公開。次の文。\n- 価格（月額:20ドル）を改定。\n- 10:30に会見を開く予定です。",
        "型「a::b」とchat:writeを公開。|価格（月額:20ドル）を改定。|10:30に会見を開く予定です。"
    )]
    [InlineData(
        "| # | 見出し | 概要 |\n|-|-|-|\n| 1 | A社、地図を更新 | 道路 |\n| 2 | B社、辞書を無償に | 九万語 |",
        "A社、地図を更新|B社、辞書を無償に"
    )]
    public void News_are_entries_whatever_their_marks(string body, string headlines) =>
        Assert.Equal(headlines, string.Join('|', Read("# 2026年1月6日\n\n## 主要ニュース\n\n" + body).News.Select(item => item.Headline)));

    [Theory]
    [InlineData("```markdown\n# 2026年1月6日\n\n## 主要ニュース\n\n- **A**: b。\n```\n")]
    [InlineData("＃　2026年1月6日\n\n＃＃　主要ニュース\n\n- **A**: b。\n")]
    [InlineData("#　2026年1月6日\n\n##　主要ニュース\n\n- **A**: b。\n")]
    [InlineData("2026年1月6日\n====\n\n主要ニュース\n----\n\n- **A**: b。\n")]
    [InlineData("# 2026年1月6日\n\n##主要ニュース\n\n- **A**: b。\n")]
    public void Headings_are_found_however_they_are_typed(string text)
    {
        var briefing = Read(text);

        Assert.Equal(("2026年1月6日", 1, "A"), (briefing.Title, briefing.Sections.Count, Assert.Single(briefing.News).Headline));
    }

    [Fact]
    public void A_rule_directly_below_a_text_makes_no_heading_of_it()
    {
        var briefing = Read(
            "# 2026年1月6日\n\n## 主要ニュース\n\n**A社、増産**\n年内に倍にします。\n---\n## 展望\n\n- **短期**: 静かです。\n"
        );

        Assert.Equal([SectionKind.TechnologyNews, SectionKind.Outlook], briefing.Sections.Select(section => section.Kind));
    }

    [Fact]
    public void Letters_in_two_parts_are_read_as_one()
    {
        var text = "# 2026年1月6日\n\n## 資金調達\n\n- **Beta**: シリーズBで4000万ドルを調達しました。\n".Normalize(
            NormalizationForm.FormD
        );

        Assert.Equal(40_000_000m, Assert.Single(Read(text).Funding).Amount!.Value);
    }

    [Fact]
    public void What_is_struck_out_is_not_said() =>
        Assert.Equal("7億ドルに訂正", PlainText.Of(Markdig.Markdown.Parse("~~5億ドル~~ 7億ドルに訂正", BriefingPipeline.Instance)));

    [Fact]
    public void Japanese_has_no_blank_where_its_author_broke_the_line() =>
        Assert.Equal(
            "途中で折り返した文、そして次 and English too",
            PlainText.Of(Markdig.Markdown.Parse("途中で\n折り返した文、\nそして次\nand English\ntoo", BriefingPipeline.Instance))
        );

    [Fact]
    public void A_publisher_may_stand_before_the_mark_whether_or_not_the_mark_is_defined()
    {
        const string Body = "# 2026年1月6日\n\n## 主要ニュース\n\n- **A社、増産**: 倍。[Metro][1]\n\n## 参考文献\n\n";

        Assert.Equal([1], Assert.Single(Read(Body + "[1]: https://metro.example \"増産\"\n").News).Citations);
        Assert.Equal([1], Assert.Single(Read(Body + "[1]: Metro. \"増産\". 2026-01-05.\n").News).Citations);
    }

    [Theory]
    [InlineData("---\n\n**作成者**: 編集係\n**日付**: 2026年1月6日\n")]
    [InlineData("---\n\n*This digest is generated automatically.*\n")]
    public void A_byline_after_a_rule_belongs_to_no_section(string byline)
    {
        var reading = new BriefingReader().Read(
            "# 題\n\n## 主要ニュース\n\n- **A**: b。\n\n## 展望\n\n- **短期**: 静かです。\n\n" + byline
        );

        Assert.Equal("静かです。", Assert.Single(reading.Briefing.Outlook).Text);
        Assert.NotEmpty(reading.Loose);
        Assert.DoesNotContain(reading.Sections[^1], block => block is ParagraphBlock);
    }

    [Fact]
    public void A_source_that_a_text_names_is_an_inline_source()
    {
        var sources = Read(
            "# 2026年1月6日\n\n## 主要ニュース\n\n- **A**: b。（出典: [Metro](https://metro.example/a)）\n- **C**: [詳しい図](https://c.example)が付く。\n"
        ).InlineSources;

        Assert.Equal(
            ("Metro", "https://metro.example/a", 1),
            sources.Select(source => (source.Publisher, source.Url, source.SectionOrder)).Single()
        );
    }

    [Theory]
    [InlineData("# 今日の動向 2026年1月6日 夕刊\n", null, "evening")]
    [InlineData("# Brief January 6, 2026 (Morning edition)\n", null, "morning")]
    [InlineData("---\nedition: 号外\ndate: 2026-01-06\n---\n# 題\n", null, "extra")]
    [InlineData("# 題\n", "in/2026-01-06-evening.md", "evening")]
    [InlineData("# 題\n", "in/2026-01-06.md", "")]
    [InlineData("# 夜の街と2026年1月6日の動き、夕方の市場\n", null, "")]
    public void An_edition_is_named_beside_the_date(string text, string? file, string edition)
    {
        var briefing = new BriefingReader().Read(text, file).Briefing;

        Assert.Equal((new DateOnly(2026, 1, 6), edition), (briefing.Date ?? new DateOnly(2026, 1, 6), briefing.Edition));
    }

    [Theory]
    [InlineData("2026-01-06.md", "2026-01-06")]
    [InlineData("brief_20260106_v2.md", "2026-01-06")]
    [InlineData("notes.md", null)]
    [InlineData("20261399.md", null)]
    public void A_file_name_may_tell_the_day(string name, string? day) =>
        Assert.Equal(day, BriefingFileName.Date(name)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Front_matter_is_read_and_never_content()
    {
        var reading = new BriefingReader().Read(
            "\n---\ntitle: \"小さな模型\"\ndate: 2026-02-17\nexcerpt: 三つの話\n---\n\n## 主要ニュース\n\n- **A**: b。\n\n## 展望\n\n- **短期（〜6ヶ月）**: 静か。\n"
        );

        Assert.Equal(
            ("小さな模型", new DateOnly(2026, 2, 17), "三つの話"),
            (reading.Briefing.Title, reading.Briefing.Date, reading.Briefing.Note)
        );
        Assert.Equal(new DateOnly(2026, 8, 1), Assert.Single(reading.Briefing.Outlook).To);
        Assert.Empty(reading.Preface.OfType<ParagraphBlock>());
    }

    [Theory]
    [InlineData(
        "## 新闻\n\n- **Sorrel发布开源模型**：任何人都可以在自己的电脑上运行它。\n\n## 展望\n\n- **短期（1年内）**：价格保持稳定，标准逐步统一。\n",
        BriefingLanguage.Chinese
    )]
    [InlineData(
        "## 주요 뉴스\n\n- **Sorrel, 모델 공개**: 누구나 집에서 실행할 수 있습니다.\n\n## 전망\n\n- **단기 (6개월)**: 가격이 그대로 유지될 것입니다.\n",
        BriefingLanguage.Korean
    )]
    [InlineData(
        "## 主要ニュース\n\n- **A**: 詳細は https://long.example/a/very/long/address/that/goes/on にあります。\n",
        BriefingLanguage.Japanese
    )]
    public void The_language_is_that_of_the_sections(string text, BriefingLanguage language) => Assert.Equal(language, Read(text).Language);

    [Theory]
    [InlineData(
        "市場は静かでしたが、来週には複数の発表が見込まれるため、各社の広報が日程の調整を続けており、関係者は対応に追われています。詳しい内容は追って伝えます。",
        true
    )]
    [InlineData("本日は該当するニュースはありませんでした。", false)]
    public void Text_that_gave_no_entry_is_reported(string body, bool reported) =>
        Assert.Equal(
            reported,
            Read("# 2026年1月6日\n\n## 主要ニュース\n\n" + body + "\n")
                .Warnings.Any(warning => warning.Code == WarningCodes.NothingUnderstood)
        );

    private static Briefing Read(string text) => new BriefingReader().Read(text).Briefing;

    [Fact]
    public void Chapters_of_the_title_s_own_level_are_sections()
    {
        var briefing = Read(
            "# Daily 2026-02-04\n\n# AI News\n\n## 1. Quarrel shows a chip\nIt saves power. [1]\n\n# Startups\n\n## 1. Fathomline raises $42M Series A\nSeabed Capital led the round. [2]\n\n# Outlook\n\n## Short term (3 months)\nMore chips.\n\n# References\n\n1. A. \"B\".\n2. C. \"D\".\n"
        );

        Assert.Equal("Daily 2026-02-04", briefing.Title);
        Assert.Equal(
            [SectionKind.TechnologyNews, SectionKind.Startups, SectionKind.Outlook, SectionKind.References],
            briefing.Sections.Select(section => section.Kind)
        );
        Assert.Equal(["Quarrel shows a chip"], briefing.News.Select(item => item.Headline));
        Assert.Equal(
            [("Fathomline", "Seabed Capital")],
            briefing.Funding.Select(round => (round.Company, string.Join(", ", round.Investors)))
        );
    }

    [Theory]
    [InlineData("A **bold sentence.** And more.\n\nAnother **one.** And more.", 0)]
    [InlineData("**Quarrel shows a chip.** It saves power.\n\n**Pinwheel swaps ads.** Viewers see others.", 2)]
    [InlineData("**費用が下がる。** 半分になった。\n\n**電力が足りない。** 新設が遅れている。", 2)]
    public void A_sentence_in_bold_that_opens_a_paragraph_is_a_headline(string body, int entries) =>
        Assert.Equal(
            entries,
            Read("# 2026-02-04\n\n## AI News\n\n" + body + "\n\n## AI News, more\n\n- x\n").News.Count(item => item.SectionOrder == 1)
        );
}
