using Bot.Briefings.Model;
using Bot.Chat.Messages;
using Bot.Chat.Text;

namespace Bot.Posts.Tests;

public class TextRendererTests
{
    [Fact]
    public void A_table_stands_in_columns_whatever_the_script() =>
        Assert.Contains(
            """
            軸        前        後
            --------  --------  ----
            速さfast  三日3     半日
            費用      高い高い
            """,
            Render("| 軸 | 前 | 後 |\n|---|---|---|\n| 速さfast | 三日3 | 半日 |\n| 費用 | 高い高い | |"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_table_wider_than_a_terminal_is_read_row_by_row()
    {
        var text = Render($"| 軸 | 前 |\n|---|---|\n| 速さ | {new string('長', 60)} |");
        Assert.Contains($"軸: 速さ\n  前: {new string('長', 60)}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_quotes_and_code_keep_their_shape() =>
        Assert.Equal(
            "t\n\n- 甲\n  - 乙\n- 丙\n\n7. 七\n8. 八\n\n> 引用\n> \n> 二段目\n\n    code\n      more\n\n――――――――\n\n終わり\n".Replace(
                "> \n",
                ">\n",
                StringComparison.Ordinal
            ),
            TextRenderer.Render(
                new Message([
                    .. Sanitizer.Clean(
                        Compose
                            .Read(
                                "# t\n\n- 甲\n  - 乙\n- 丙\n\n7. 七\n8. 八\n\n> 引用\n>\n> 二段目\n\n```cs\ncode\n  more\n```\n\n***\n\n終わり\n"
                            )
                            .Document
                    ),
                ])
            )
        );

    [Fact]
    public void A_link_prints_its_address_once() =>
        Assert.Contains(
            "資料 (https://a.example)と https://b.example です",
            Render("[資料](https://a.example)と <https://b.example> です"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Rendering_does_not_change_the_message()
    {
        var message = Compose.Message(Compose.Fixture("lantern.ja.md"), SectionKind.Startups);
        Assert.Equal(TextRenderer.Render(message), TextRenderer.Render(message));
    }

    private static string Render(string markdown) =>
        TextRenderer.Render(Compose.Message("# T 2026年3月4日：h\n\n## 洞察\n\n" + markdown + "\n", SectionKind.Insights));
}
