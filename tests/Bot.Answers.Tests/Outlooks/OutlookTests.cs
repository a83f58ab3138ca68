using Bot.Chat;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Outlooks;

public sealed class OutlookTests
{
    private const string Medium = """
        中期（1〜3年）: 観測網の共有

        1月6日(火)のブリーフィングから

        観測網の共有が進みます。自治体をまたぐ警報の基準が整います。
        目安 2027年1月〜2029年1月

        ‹短期› /outlook short 2026-01-06
        ‹長期› /outlook long 2026-01-06
        ‹前回との違い› /outlook medium changes 2026-01-06
        ‹1/6の出典› /sources 2026-01-06

        """;

    [Theory]
    [InlineData("/outlook medium")]
    [InlineData("/outlook 中期")]
    [InlineData("/outlook ｍｅｄｉｕｍ")]
    [InlineData("/OUTLOOK  Mid-Term ")]
    [InlineData("/outlook 中")]
    [InlineData("/outlook 中期の展望")]
    [InlineData("/outlook 2年")]
    [InlineData("/outlook ３年")]
    [InlineData("/outlook 2 years")]
    [InlineData("/outlook **medium**!")]
    public async Task A_horizon_is_answered_however_it_is_written(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Equal(Medium, await desk.AskAsync(line));
    }

    [Theory]
    [InlineData("short", "短期（〜1年）: 港湾での試験運用")]
    [InlineData("1年", "短期（〜1年）: 港湾での試験運用")]
    [InlineData("短期", "短期（〜1年）: 港湾での試験運用")]
    [InlineData("長期", "長期（3年〜）: 無人の航路")]
    [InlineData("10年後", "長期（3年〜）: 無人の航路")]
    [InlineData("long-term", "長期（3年〜）: 無人の航路")]
    public async Task Each_horizon_has_its_words(string asked, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Equal(first, await desk.FirstLineAsync("/outlook " + asked));
    }

    [Fact]
    public async Task Alone_it_answers_with_all_horizons()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        var text = await desk.AskAsync("/outlook");

        Assert.StartsWith("1月6日(火)の展望は3期です\n\n短期（〜1年）\n港湾での試験運用が広がります。", text);
        Assert.Contains("\n中期（1〜3年）\n", text);
        Assert.Contains("\n長期（3年〜）\n", text);
        Assert.Contains("目安 2029年1月以降", text);
        Assert.StartsWith("Outlook from Tue 6 Jan, 3 horizons", await desk.AskAsync("/outlook", Locale.English));
        Assert.StartsWith("2026-01-06の展望は3期です", await desk.AskOnCommandLineAsync("/outlook"));
    }

    [Theory]
    [InlineData("来週")]
    [InlineData("medium long")]
    [InlineData("-1")]
    [InlineData("9999年")]
    [InlineData("brief!")]
    public async Task A_value_that_is_no_horizon_gets_the_three_choices(string asked)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        var reply = await desk.ReplyAsync("/outlook " + asked);

        Assert.StartsWith(
            $"「{asked}」という期間はありません。短期・中期・長期から選べます。",
            Chat.Text.TextRenderer.Render(reply.Message)
        );
        Assert.Equal(["short", "medium", "long"], reply.Message.Buttons.Select(button => button.Arguments));
        Assert.True(reply.Succeeded);
    }

    [Fact]
    public async Task Sources_of_an_outlook_are_named_below_it()
    {
        await using var desk = await AnswerDesk.OfAsync(
            new FixtureBriefing { Outlook = [("中期（1〜3年）", "**観測網の共有**が進みます [2]。基準が整います [99]。")] }
        );

        var text = await desk.AskAsync("/outlook medium");

        Assert.Contains("進みます [2]。基準が整います [99]。", text);
        Assert.Contains("出典\n  [2] Tidewater Newsroom https://tidewater.example/news/chart\n", text);
    }

    [Fact]
    public async Task The_newest_briefing_with_that_horizon_answers()
    {
        await using var desk = await AnswerDesk.OfAsync(
            new FixtureBriefing(),
            new FixtureBriefing { Date = new DateOnly(2026, 1, 7), Outlook = [("短期（〜1年）", "**早い動き**です。")] },
            new FixtureBriefing { Date = new DateOnly(2026, 1, 8), Outlook = [] }
        );

        Assert.Equal("短期（〜1年）: 早い動き", await desk.FirstLineAsync("/outlook short"));
        Assert.Contains("1月6日(火)のブリーフィングから", await desk.AskAsync("/outlook medium"));
        Assert.StartsWith("1月7日(水)の展望は1期です", await desk.AskAsync("/outlook"));
    }

    [Fact]
    public async Task A_pinned_day_without_that_horizon_says_so_and_offers_another()
    {
        await using var desk = await AnswerDesk.OfAsync(
            new FixtureBriefing(),
            new FixtureBriefing { Date = new DateOnly(2026, 1, 8), Outlook = [] }
        );

        Assert.Equal(
            "1月8日(木)のブリーフィングに中期の展望の記載はありません。\n\n‹1/6の展望› /outlook 2026-01-06\n",
            await desk.AskAsync("/outlook medium", date: new DateOnly(2026, 1, 8))
        );
        Assert.StartsWith(
            "1月8日(木)のブリーフィングに展望の記載はありません。",
            await desk.AskAsync("/outlook", date: new DateOnly(2026, 1, 8))
        );
        Assert.StartsWith("1月9日(金)のブリーフィングはありません。", await desk.AskAsync("/outlook", date: new DateOnly(2026, 1, 9)));
    }

    [Fact]
    public async Task An_archive_without_any_outlook_says_so()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing { Outlook = [] });

        Assert.StartsWith("展望の記載があるブリーフィングはまだありません。", await desk.AskAsync("/outlook"));
        Assert.StartsWith("No briefing has a medium outlook yet.", await desk.AskAsync("/outlook medium", Locale.English));
    }
}
