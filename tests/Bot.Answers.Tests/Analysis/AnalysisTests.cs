using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Analysis;

public sealed class AnalysisTests
{
    private static readonly FixtureBriefing Later = new()
    {
        Date = new DateOnly(2026, 1, 8),
        Comparison =
        [
            ["比較軸", "これまで", "これから"],
            ["**置き場所**", "データセンター", "港と山と海 [1]"],
            ["**値段**", "高い", "-"],
        ],
    };

    [Fact]
    public async Task The_comparison_is_a_card_a_row()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.StartsWith(
            """
            1月6日(火)の比較は2項目です

            置き場所
            これまで: データセンター
            これから: 港と山

            学ぶもの
            これまで: 文章
            これから: 音と振動

            ‹前回との違い› /analysis diff 2026-01-06
            """,
            await desk.AskAsync("/analysis")
        );
    }

    [Theory]
    [InlineData("/analysis diff")]
    [InlineData("/analysis --diff")]
    [InlineData("分析 差分")]
    [InlineData("/analysis 1/8 違い")]
    public async Task Changes_are_told_cell_by_cell(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing(), Later);

        Assert.StartsWith(
            """
            1月6日(火)から1月8日(木)までに変わったのは3項目です

            置き場所
            これから: 港と山 → 港と山と海 [1]

            値段 （新しい項目）
            これまで: 高い
            これから: –

            学ぶもの （なくなった項目）

            """,
            await desk.AskAsync(line)
        );
    }

    [Fact]
    public async Task Without_a_change_or_a_previous_one_it_says_so()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing(), new FixtureBriefing { Date = new DateOnly(2026, 1, 7) });

        Assert.Equal("1月6日(火)から1月7日(水)まで比較表の変化はありません", await desk.FirstLineAsync("/analysis diff"));
        Assert.Equal("1月6日(火)より前に比較表はありません。", await desk.FirstLineAsync("/analysis diff 1/6"));
        Assert.Equal("1月5日(月)のブリーフィングはありません。", await desk.FirstLineAsync("/analysis 昨日"));
        Assert.Equal("「灯台」は読み取れませんでした。", await desk.FirstLineAsync("/analysis 灯台"));
    }

    [Fact]
    public async Task A_day_without_one_leads_to_one_that_has_it()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing(), Later with { Comparison = [] });

        Assert.Equal("1月6日(火)の比較は2項目です", await desk.FirstLineAsync("/analysis"));
        var text = await desk.AskAsync("/analysis 1/8");
        Assert.StartsWith("1月8日(木)のブリーフィングに比較表の記載はありません。", text, StringComparison.Ordinal);
        Assert.Contains("‹1/6の比較表› /analysis 2026-01-06", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_brackets_and_in_columns_that_go_is_compared_too()
    {
        var before = new FixtureBriefing
        {
            Comparison =
            [
                ["比較軸", "これまで", "途中", "これから"],
                ["費用（初期）", "港（北）", "船", "**高い** [1]"],
                ["費用（運用）", "港（北）", "船", "+10%"],
                ["費用（運用）", "二つ目", "-", "-"],
            ],
        };
        var after = before with
        {
            Date = new DateOnly(2026, 1, 8),
            Comparison =
            [
                ["比較軸", "これまで", "これから"],
                ["費用（初期）", "港（南）", "高い [2]"],
                ["費用（運用）", "港（北）", "-10%"],
                ["費用（運用）", "二つ目", "-"],
            ],
        };
        await using var desk = await AnswerDesk.OfAsync(before, after);

        Assert.StartsWith(
            """
            1月6日(火)から1月8日(木)までに変わったのは2項目です

            費用（初期）
            これまで: 港（北） → 港（南）
            途中: 船 → –

            費用（運用）
            これから: +10% → -10%
            途中: 船 → –

            """,
            await desk.AskAsync("/analysis diff")
        );
    }
}
