using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Posts.Tests;

public class SadPathTests
{
    [Fact]
    public void An_empty_briefing_has_a_root_that_names_the_series()
    {
        var thread = Compose.Thread("");
        Assert.Equal("US AI ブリーフィング\n\nUS AI\n", TextRenderer.Render(thread.Root));
        Assert.Empty(thread.Sections);
        Assert.Empty(thread.Root.Buttons);
    }

    [Fact]
    public void Without_a_title_the_root_names_the_series_and_the_stored_day()
    {
        var root = Compose
            .Thread("## AIニュース\n\n- \n\n## 港\n\n静かです。\n", Compose.Context() with { Date = new DateOnly(2026, 3, 4) })
            .Root;
        Assert.StartsWith("US AI ブリーフィング\n\n3月4日(水)・US AI・読了約1分\n", TextRenderer.Render(root), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_date_there_are_no_buttons_and_no_windows()
    {
        var thread = Compose.Thread("# 港の話\n\n## 展望\n\n- **短期（〜1年）**: 静かです。\n");
        Assert.Empty(thread.Root.Buttons);
        Assert.DoesNotContain("目安", TextRenderer.Render(thread.Sections[0].Message), StringComparison.Ordinal);
    }

    [Fact]
    public void References_alone_are_a_briefing()
    {
        var thread = Compose.Thread(
            "# 朝刊 2026年3月4日：出典だけ\n\n## 参考文献\n\n[1] Dock Weekly. (2026, March 4). *Wrist*. https://dockweekly.example/w\n"
        );
        Assert.Equal(["sources"], thread.Root.Buttons.Select(button => button.Command));
        Assert.DoesNotContain("約", TextRenderer.Render(thread.Root), StringComparison.Ordinal);
        Assert.Equal(
            "参考文献　1件\n\n[1] Wrist (https://dockweekly.example/w)　Dock Weekly・2026年3月4日\n",
            TextRenderer.Render(thread.Sections[0].Message)
        );
    }

    [Fact]
    public void Without_references_numbers_are_plain_and_no_source_is_named()
    {
        var message = Compose.Message("# T 2026年3月4日：h\n\n## AIニュース\n\n- **A**: b [1]\n", SectionKind.TechnologyNews);
        Assert.Empty(Compose.Roles(message, BlockRole.Sources));
        Assert.Contains("b [1]", TextRenderer.Render(message), StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_with_one_heading_keep_their_own_content()
    {
        var thread = Compose.Thread("# T 2026年3月4日：h\n\n## AIニュース\n\n- **A**: 甲\n\n## AIニュース\n\n- **B**: 乙\n");
        Assert.Equal(["technology-news", "technology-news-2"], thread.Sections.Select(section => section.Identity));
        Assert.Contains("甲", TextRenderer.Render(thread.Sections[0].Message), StringComparison.Ordinal);
        Assert.Contains("乙", TextRenderer.Render(thread.Sections[1].Message), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_forty_rows_keeps_them_all()
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(row => $"| 軸{row} | 甲{row} | 乙{row} |\n"));
        var message = Compose.Message(
            "# T 2026年3月4日：h\n\n## 詳細分析\n\n| 軸 | 甲 | 乙 |\n|---|---|---|\n" + rows,
            SectionKind.Analysis
        );
        Assert.Equal(41, message.Body.Descendants<TableRow>().Count());
        Assert.Contains("比較40項目", TextRenderer.Render(message), StringComparison.Ordinal);
    }

    [Fact]
    public void Fifteen_rounds_are_fifteen_rows()
    {
        var rows = string.Concat(Enumerable.Range(1, 15).Select(row => $"| 会社{row} | {row}億ドル | 出資者{row} |\n"));
        var message = Compose.Message(
            "# T 2026年3月4日：h\n\n## 資金調達\n\n| 企業名 | 調達額 | 投資家 |\n|---|---|---|\n" + rows,
            SectionKind.Startups
        );
        Assert.Equal(16, Assert.Single(Compose.Roles(message, BlockRole.Rounds)).Descendants<TableRow>().Count());
        Assert.Contains("合計 120億ドル（公表15社の合計）", TextRenderer.Render(message), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_section_is_its_heading()
    {
        var message = Compose.Message("# T 2026年3月4日：h\n\n## 展望\n\n---\n", SectionKind.Outlook);
        Assert.Equal("展望\n", TextRenderer.Render(message));
    }

    [Fact]
    public void Text_that_belongs_to_no_section_closes_the_last_post()
    {
        var reading = Compose.Read("# T 2026年3月4日：h\n\n前文。\n\n## AIニュース\n\n- **A**: b\n\n# 二つ目の表題\n\n迷子の段落。\n");
        var last = TextRenderer.Render(PostComposer.Compose(reading, Compose.Context(Locale.Japanese)).Sections[^1].Message);
        Assert.Contains("二つ目の表題", last, StringComparison.Ordinal);
        Assert.Contains("迷子の段落。", last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- ")]
    [InlineData("> ")]
    [InlineData("[a](")]
    [InlineData("「")]
    [InlineData("**")]
    [InlineData("|")]
    public void A_hostile_repetition_is_composed_in_time(string unit)
    {
        var markdown =
            "# T 2026年3月4日：h\n\n"
            + string.Concat(Enumerable.Repeat(unit, 20_000))
            + "終わり\n\n## AIニュース\n\n"
            + string.Concat(Enumerable.Repeat(unit, 20_000))
            + "終わり\n";
        var thread = Compose.Thread(markdown);
        Assert.Contains("終わり", Compose.Text(thread), StringComparison.Ordinal);
    }
}
