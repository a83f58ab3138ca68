using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Slack.Api;
using Bot.Slack.Rendering;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Rendering;

/// <summary>What each node becomes.</summary>
public sealed class SlackRendererTests
{
    [Theory]
    [InlineData("これは**「評価」**が大切です", "これは*「評価」*が大切です")]
    [InlineData("*a* と ~~b~~", "/a/ と -b-")]
    [InlineData("`code <b>` と **`both`**", "`code <b>` と `*both*`")]
    [InlineData("一行目  \n二行目", "一行目\n二行目")]
    [InlineData("[公式](https://a.example/x?y=1&z=2)", "_公式_→https://a.example/x?y=1&z=2")]
    [InlineData("[別](mailto:a@b.example)", "_別_→mailto:a@b.example")]
    [InlineData("[悪](javascript:alert(1))", "悪")]
    [InlineData("[悪](data:text/html,x)", "悪")]
    [InlineData("[https://bank.example/a](https://evil.example/x)", "_https://bank.example/a (evil.example)_→https://evil.example/x")]
    [InlineData("[bank.example](https://evil.example/x)", "_bank.example (evil.example)_→https://evil.example/x")]
    [InlineData("[bank.example](https://www.bank.example/x)", "_bank.example_→https://www.bank.example/x")]
    [InlineData("[https://bank.example/…](https://bank.example/x)", "_https://bank.example/…_→https://bank.example/x")]
    [InlineData("5 * 3 * 2 と _x", "5 * 3 * 2 と _x")]
    [InlineData("@everyone <!channel> <@U1> <#C1|x>", "@everyone <!channel> <@U1> <#C1|x>")]
    [InlineData(":tada: &amp; &lt;b&gt;", ":tada: & <b>")]
    public void Inlines_are_runs(string markdown, string expected) => Assert.Equal(expected, Line(markdown));

    [Fact]
    public void A_citation_stands_a_blank_away_and_links_to_its_source()
    {
        var thread = Compose.Thread(
            "# 題 2026年1月11日：見出し\n\n## 戦略的な示唆\n\n伸びは20[1]と30[2,9]です。（[1]）\n\n## 参考文献\n\n[1] A社. (2026, January 5). *甲*. https://a.example/1\n\n[2] B社. (2026, January 5). *乙*. https://b.example/2\n"
        );

        var readable = Readable.Of(SlackRenderer.Render(thread.Sections[0].Message).Single());

        Assert.Contains(
            "伸びは20 _[1]_→https://a.example/1 と30 _[2]_→https://b.example/2  [9]です。（_[1]_→https://a.example/1 ）",
            readable,
            StringComparison.Ordinal
        );
        Assert.Contains("(mrkdwn) 出典 <https://a.example/1|[1] A社>・<https://b.example/2|[2] B社>", readable, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_flat_with_indents_and_numbers_that_Slack_would_lose_are_text()
    {
        var readable = Body("- 甲\n  - 乙\n    - 丙\n- 丁\n\n---\n\n3. 三\n4. 四\n   - 中\n5. 五\n\n---\n\n1. 一\n2. 二\n");

        Assert.Contains("• 甲\n          |   • 乙\n          |     • 丙\n          | • 丁", readable, StringComparison.Ordinal);
        Assert.Contains("3. 三\n          | 4. 四\n          |   • 中\n          | 5. 五", readable, StringComparison.Ordinal);
        Assert.Contains("1) 一\n          | 2) 二", readable, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deeper_list_than_Slack_knows_stays_at_its_deepest()
    {
        var markdown = string.Concat(Enumerable.Range(0, 14).Select(depth => $"{new string(' ', depth * 2)}- 深さ{depth}\n"));

        var payload = SlackRenderer.Render(Compose.Section(markdown)).Single();

        Assert.Empty(SlackRules.Broken(payload));
        Assert.Contains("深さ13", payload, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_code_and_tables_within_a_list_keep_their_words()
    {
        var readable = Body("- 甲\n\n  > 引用\n  > - 中\n\n  ```\n  code *x*\n  ```\n\n  | a | b |\n  |---|---|\n  | c | d |\n\n  あと\n");

        Assert.Contains("> 引用", readable, StringComparison.Ordinal);
        Assert.Contains("• 中", readable, StringComparison.Ordinal);
        Assert.Contains("code *x*", readable, StringComparison.Ordinal);
        Assert.Contains("a | b\n          | c | d", readable, StringComparison.Ordinal);
        Assert.Contains("あと", readable, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_no_empty_cell_and_rows_of_one_length()
    {
        var payload = SlackRenderer.Render(Compose.Section("| 甲 | 乙 |\n|:-:|--:|\n| | x |\n| y |\n", "## 詳細分析")).Single();

        Assert.Empty(SlackRules.Broken(payload));
        Assert.Contains("  ┃ x", Readable.Of(payload), StringComparison.Ordinal);
        Assert.Contains("\"align\":\"center\"", payload, StringComparison.Ordinal);
        Assert.Contains("\"align\":\"right\"", payload, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_table_of_a_section_goes_to_the_next_message()
    {
        const string table = "| 甲 | 乙 |\n|---|---|\n| a | b |\n";

        var parts = SlackRenderer.Render(Compose.Section(table + "\n間\n\n" + table, "## 詳細分析"));

        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Empty(SlackRules.Broken(part)));
        Assert.Contains("（1/2）", parts[0], StringComparison.Ordinal);
        Assert.Contains("（2/2）", parts[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_beyond_the_limit_continue_in_the_next_message_under_the_header()
    {
        var rows = string.Concat(Enumerable.Range(1, 250).Select(row => $"| 軸{row} | 値{row} |\n"));

        var parts = SlackRenderer.Render(Compose.Section("| 軸 | 値 |\n|---|---|\n" + rows, "## 詳細分析"));

        Assert.True(parts.Count > 2);
        Assert.All(parts, part => Assert.Empty(SlackRules.Broken(part)));
        Assert.All(parts, part => Assert.Contains("軸 ┃ 値", Readable.Of(part), StringComparison.Ordinal));
        Assert.All(
            Enumerable.Range(1, 250),
            row => Assert.Contains(parts, part => part.Contains($"\"軸{row}\"", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void More_than_twelve_cards_share_a_block()
    {
        var rows = string.Concat(Enumerable.Range(1, 30).Select(row => $"| 軸{row} | 甲{row} | 乙{row} | 丙{row} |\n"));

        var payload = SlackRenderer.Render(Compose.Section("| 軸 | 甲 | 乙 | 丙 |\n|---|---|---|---|\n" + rows))[0];

        Assert.Empty(SlackRules.Broken(payload));
        Assert.DoesNotContain("divider", payload, StringComparison.Ordinal);
        Assert.Contains("*軸2*", Readable.Of(payload), StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_too_long_for_a_header_is_a_bold_line()
    {
        var headline = string.Concat(Enumerable.Repeat("長い見出し", 40));

        var payload = SlackRenderer.Render(Compose.Thread($"# 題 2026年1月11日：{headline}\n\n要旨です。\n").Root).Single();

        Assert.Empty(SlackRules.Broken(payload));
        Assert.Contains($"*{headline}*", Readable.Of(payload), StringComparison.Ordinal);
    }

    [Fact]
    public void Small_type_with_links_and_markup_characters_goes_out_as_rich_text()
    {
        var small = Nodes.Role(BlockRole.Small, Nodes.Paragraph([Nodes.Text("2 * 3 * 4 "), Nodes.Link("https://a.example/", "出典")]));

        var readable = Readable.Of(SlackRenderer.Render(Compose.Message(small)).Single());

        Assert.Contains("rich_text | 2 * 3 * 4 _出典_→https://a.example/", readable, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_small_type_cannot_end_early()
    {
        var small = Nodes.Role(BlockRole.Sources, Nodes.Paragraph([Nodes.Link("https://a.example/?a=1&b=%3C|x", "A & B <C> | D")]));

        var payload = SlackRenderer.Render(Compose.Message(small)).Single();

        Assert.Contains("<https://a.example/?a=1&amp;b=%3C%7Cx|A &amp; B &lt;C&gt; | D>", Readable.Of(payload), StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_say_what_they_ask_and_one_that_does_not_fit_is_left_out()
    {
        var message = Compose.Message(Compose.Paragraph("答え")) with
        {
            Buttons =
            [
                new Button("資金調達", "funding", "xai", "us-ai", new DateOnly(2026, 1, 6)),
                new Button(new string('長', 100), "help", "", "us-ai", null),
                new Button("無理", "funding", new string('x', 3000), "us-ai", null),
                .. Enumerable.Range(1, 5).Select(number => new Button($"{number}", "help", "", "us-ai", null)),
            ],
        };

        var payload = SlackRenderer.Render(message).Single();

        Assert.Empty(SlackRules.Broken(payload));
        Assert.Contains("‹資金調達 answer-1 1a|funding|us-ai|20260106|xai›", Readable.Of(payload), StringComparison.Ordinal);
        Assert.DoesNotContain("無理", payload, StringComparison.Ordinal);
    }

    [Fact]
    public void The_link_to_a_post_stands_last_and_only_where_it_was_found()
    {
        var post = new PostLink("1/6の投稿", "us-ai", new DateOnly(2026, 1, 6));
        var buttons = Enumerable.Range(1, 5).Select(number => new Button($"{number}", "help", $"{number}", "us-ai", null)).ToList();

        var found = SlackRenderer
            .Render(
                Compose.Message(Compose.Paragraph("答え")) with
                {
                    Buttons = buttons,
                    Post = post with { Address = new Uri("https://team.slack.com/archives/C1/p17") },
                }
            )
            .Single();
        var missing = SlackRenderer.Render(Compose.Message(Compose.Paragraph("答え")) with { Buttons = buttons, Post = post }).Single();

        Assert.Empty(SlackRules.Broken(found));
        Assert.Contains(
            "\"1/6の投稿\"},\"url\":\"https://team.slack.com/archives/C1/p17\"}]",
            found.Replace(",\"emoji\":false", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("help|us-ai||5", found, StringComparison.Ordinal);
        Assert.Contains("help|us-ai||5", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("1/6の投稿", missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_without_words_still_has_a_text()
    {
        var payload = SlackRenderer.Render(Compose.Message()).Single();

        Assert.Empty(SlackRules.Broken(payload));
    }

    [Fact]
    public void The_text_of_a_root_is_headline_small_line_deck_and_contents()
    {
        using var payload = JsonDocument.Parse(SlackRenderer.Render(Compose.Thread(Compose.Fixture("sample-briefing.md")).Root).Single());

        var lines = payload.RootElement.GetProperty("text").GetString()!.Split('\n');

        Assert.Equal("AIが工場とロボットに手を伸ばした週（1月11日(日)・US AI・読了約6分）", lines[0]);
        Assert.StartsWith("この文書は、ボットの動きを確かめるための見本です。", lines[1], StringComparison.Ordinal);
        Assert.Equal("🔥 基盤技術のニュース　4件", lines[2]);
        Assert.Equal("参考文献　12件", lines[^1]);
    }

    [Fact]
    public void A_long_text_is_cut_after_a_character_and_below_what_an_update_takes()
    {
        var sections = Compose.Section(string.Concat(Enumerable.Repeat("👨‍👩‍👧&", 900)));

        foreach (var part in SlackRenderer.Render(sections))
        {
            using var payload = JsonDocument.Parse(part);
            var text = payload.RootElement.GetProperty("text").GetString()!;
            Assert.True(text.Length <= SlackLimits.FallbackText);
            Assert.DoesNotContain('\uFFFD', text);
        }
    }

    [Fact]
    public void An_English_frame_has_English_labels()
    {
        var thread = Compose.Thread(Compose.Fixture("sample-briefing.md"), Compose.Context(Locale.English));

        Assert.Contains("Sources ", Readable.Of(SlackRenderer.Render(thread.Sections[0].Message).Single()), StringComparison.Ordinal);
    }

    private static string Line(string markdown) =>
        Body(markdown)
            .Split('\n')
            .SkipWhile(line => !line.StartsWith("rich_text ", StringComparison.Ordinal))
            .TakeWhile(line => line.Contains('|', StringComparison.Ordinal))
            .Select(line => line[12..])
            .Aggregate((all, line) => all + "\n" + line)
            .Trim();

    private static string Body(string markdown) =>
        Readable.Of(SlackRenderer.Render(Compose.Section(markdown)).Single()).ReplaceLineEndings("\n");
}
