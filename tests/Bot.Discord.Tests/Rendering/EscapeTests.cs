using System.Text;
using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

/// <summary>Words stay words: whatever would be active in Discord's Markdown is escaped.</summary>
public sealed class EscapeTests
{
    [Theory]
    [InlineData("a*b_c~d`e|f", "a\\*b\\_c\\~d\\`e\\|f")]
    [InlineData("@everyone <@1> <#2> <@&3> <:x:4> <t:5> </a:6>", "\\@everyone \\<\\@1> \\<#2> \\<\\@&3> \\<\\:x:4> \\<t:5> \\</a:6>")]
    [InlineData("[words](address)", "\\[words\\](address)")]
    [InlineData("https://a.example と HTTP://b.example", "https\\://a.example と HTTP\\://b.example")]
    [InlineData("比較: 12:30 C:\\x", "比較: 12:30 C:\\\\x")]
    [InlineData("満点:100: と 2001:db8:: と :tada:", "満点\\:100: と 2001\\:db8:: と \\:tada:")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("👩‍👧 と 𠮷", "👩‍👧 と 𠮷")]
    public void A_text_is_shown_as_it_is(string text, string markdown)
    {
        var written = new StringBuilder();
        DiscordEscape.Append(written, text);
        Assert.Equal(markdown, written.ToString());
    }

    [Fact]
    public void Half_a_character_is_shown_as_unreadable()
    {
        var written = new StringBuilder();
        DiscordEscape.Append(written, "a" + (char)0xD83D + "b" + (char)0xDE00);
        Assert.Equal("a\uFFFDb\uFFFD", written.ToString());
    }

    [Theory]
    [InlineData("\\# 見出し", "\\# 見出し")]
    [InlineData("\\-# 小さく", "\\-# 小さく")]
    [InlineData("\\- 項目", "\\- 項目")]
    [InlineData("\\> 引用", "\\> 引用")]
    [InlineData("1\\. 番号", "1\\. 番号")]
    [InlineData("-5% の下落", "-5% の下落")]
    [InlineData("2026年", "2026年")]
    [InlineData("3.5倍", "3.5倍")]
    public void A_line_begins_nothing(string markdown, string shown) => Assert.Equal(shown, Compose.Text(markdown));

    [Fact]
    public void A_break_does_not_bring_a_mark_to_the_start_of_a_line() =>
        Assert.Equal("一行目\n\\# 二行目\n3\\. 三行目", Compose.Text("一行目<br># 二行目<br>3. 三行目"));

    [Theory]
    [InlineData("は**「評価」**が", "は**「評価」**が")]
    [InlineData("**太字*斜体*と**", "**太字*斜体*と**")]
    [InlineData("***両方***", "***両方***")]
    [InlineData("**太字** *斜体*", "**太字** *斜体*")]
    [InlineData("`code` と `` a`b ``", "`code` と ``a`b``")]
    [InlineData("```` a```b ````と`c``d`", "``a`\u200B`\u200B`b``と``c`\u200B`d``")]
    [InlineData("`a`<!-- x -->`b`", "`a`\u200B`b`")]
    [InlineData("**`a*b`が太字の中**", "`a*b`**が太字の中**")]
    public void Emphasis_survives(string markdown, string shown) => Assert.Equal(shown, Compose.Text(markdown));

    [Theory]
    [InlineData("[港](https://a.example/x_(y)*z)", "[港](<https://a.example/x_%28y%29%2Az>)")]
    [InlineData("[https://a.example/x](https://a.example/x)", "<https://a.example/x>")]
    [InlineData("[a.example](https://evil.example/)", "[a.example (evil.example)](<https://evil.example/>)")]
    [InlineData("[a.example](https://www.a.example/)", "<https://www.a.example/>")]
    [InlineData("[a.example](https://a.example/b)", "[a.example](<https://a.example/b>)")]
    [InlineData("[見る https://a.example](https://evil.example/)", "見る https\\://a.example <https://evil.example/>")]
    [InlineData("[**太**字](https://a.example)", "[**太**字](<https://a.example>)")]
    [InlineData("[あ](https://a.example) [い](https://b.example)", "[あ](<https://a.example>) [い](<https://b.example>)")]
    [InlineData("[書く](mailto:a@b.example)", "書く (a\\@b.example)")]
    public void F2_A_link_says_where_it_leads(string markdown, string shown) => Assert.Equal(shown, Compose.Text(markdown));

    [Fact]
    public void A_fence_inside_a_block_of_code_does_not_end_it() =>
        Assert.Equal("```\na\n``\u200B`\n``\u200B``\u200B`\u200B`\n@everyone\n```", Compose.Text("~~~~\na\n```\n``````\n@everyone\n~~~~"));

    [Fact]
    public void A_list_in_a_quote_and_a_quote_in_a_list_keep_their_marks()
    {
        Assert.Equal("> 引用\n>\n> - 一\n> - 二", Compose.Text("> 引用\n>\n> - 一\n> - 二"));
        Assert.Equal("- 一\n  - 内\n- 二", Compose.Text("- 一\n  - 内\n- 二"));
        Assert.Equal("3. 三\n4. 四", Compose.Text("3. 三\n4. 四"));
    }

    [Fact]
    public void A_small_table_is_a_grid_with_East_Asian_widths_and_a_wide_one_cards()
    {
        Assert.Equal(
            "```\n観点  甲\n----------\n速さ  一倍\n重さ  2\n```",
            Compose.Text("| 観点 | 甲 |\n|---|---|\n| 速さ | 一倍 |\n| 重さ | 2 |")
        );
        Assert.Equal(
            "-# 観点\n―\n**速さ**\n甲: とても長い説明なので一行には収まらない\n―\n**重さ**\n甲: 2",
            Compose.Text("| 観点 | 甲 |\n|---|---|\n| 速さ | とても長い説明なので一行には収まらない |\n| 重さ | 2 |")
        );
    }
}
