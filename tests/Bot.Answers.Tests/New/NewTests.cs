using Bot.Chat;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.New;

public sealed class NewTests
{
    private static readonly FixtureBriefing Before = new() { Date = new DateOnly(2025, 12, 30) };

    private static readonly FixtureBriefing Today = new()
    {
        Technology =
        [
            .. new FixtureBriefing().Technology.Take(1),
            new FixtureNews("Mossfield、山の観測機を増設", "Mossfieldの話は前にもありました。", 3),
        ],
        Marketing = [],
        Rounds =
        [
            new FixtureRound("Quillstone", "契約書を読む基盤モデル", "120億ドル / 900億ドル", "Tidewater", "法務の下調べを数分に", 5),
            new FixtureRound("Openpier", "船の道具", "300万ドル（シード）", "-", "港が変わる", 6),
        ],
    };

    [Fact]
    public async Task What_no_earlier_issue_tells_is_new_and_the_rest_is_told_again()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);

        Assert.Equal(
            """
            1月6日(火)に新しいのは資金調達1件とニュース1件です

            新しい資金調達 1件

            Openpier　300万ドル・シード・1/6 [6] Ledger Post (https://ledgerpost.example/mossfield-b)

            新しいニュース 1件

            Mossfield、山の観測機を増設（1/6） [3] Chip Weekly (https://chipweekly.example/mossfield)

            前にもあった資金調達 1件

            Quillstone　120億ドル（評価額 900億ドル）・1/6 [5] Ledger Post (https://ledgerpost.example/quillstone)

            前にもあったニュース 1件

            Harborlight、荷役ロボットの学習モデルを公開（1/6） [1] Harborlight Blog (https://harborlight.example/blog/stack)

            """,
            (await desk.AskAsync("/new")).Split("\n‹")[0]
        );
    }

    [Fact]
    public async Task Headlines_that_differ_in_what_is_quoted_are_two_stories_and_width_and_marks_make_none()
    {
        await using var desk = await AnswerDesk.OfAsync(
            Before with
            {
                Technology = [new FixtureNews("Mossfield、「雲の模型」を公開", "山の話です。", 1)],
            },
            Today with
            {
                Technology =
                [
                    new FixtureNews("Ｍｏｓｓｆｉｅｌｄ，「雲の模型」を公開！", "山の話です。", 1),
                    new FixtureNews("Mossfield、「霧の模型」を公開", "谷の話です。", 2),
                ],
                Marketing = [],
            }
        );

        var told = (await desk.AskAsync("/new")).Split("前にもあったニュース");

        Assert.Contains("霧の模型", told[0], StringComparison.Ordinal);
        Assert.DoesNotContain("雲の模型", told[0], StringComparison.Ordinal);
        Assert.Contains("雲の模型", told[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("新着 先週", "2025/12/29〜1/4に新しいのは資金調達3件とニュース4件です")]
    [InlineData("/new 2025-12-30", "2025年12月30日(火)に新しいのは資金調達3件とニュース4件です")]
    [InlineData("/new since 12/1", "2025/12/1〜1/6に新しいのは資金調達4件とニュース5件です")]
    [InlineData("/new 昨日", "1月5日(月)のブリーフィングはありません。")]
    [InlineData("/new 灯台", "「灯台」は読み取れませんでした。")]
    public async Task It_takes_a_time(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);

        Assert.Equal(first, await desk.FirstLineAsync(line));
    }

    [Fact]
    public async Task It_repeats_the_same_when_more_has_arrived()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);
        var reply = await desk.ReplyAsync("/new");

        await desk.StoreAsync(new FixtureBriefing { Date = new DateOnly(2026, 1, 9) });

        Assert.Equal(TextRenderer.Render(reply.Message), TextRenderer.Render((await desk.ReplyAsync(reply.Pinned!)).Message));
        Assert.Equal("まだ届いていません。", await (await AnswerDesk.OpenAsync()).FirstLineAsync("/new", Locale.Japanese));
    }
}
