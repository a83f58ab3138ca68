using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Funding;

public sealed class FundingOfSeveralRoundsTests
{
    [Fact]
    public async Task Several_rounds_are_a_line_each_newest_first()
    {
        await using var desk = await AnswerDesk.OfAsync(
            Day(2025, 10, 1, "2億ドル（シリーズA）", "Fernway, Tidewater, Northgate Capital, Cisco"),
            Day(2026, 1, 6, "5億ドル（シリーズB）", "Fernway")
        );

        Assert.StartsWith(
            """
            Mossfield の資金調達は2件です

            5億ドル 2026年1月6日・シリーズB・Fernway [6] Ledger Post (https://ledgerpost.example/mossfield-b)
            2億ドル 2025年10月1日・シリーズA・Fernway・Tidewater・Northgate Capital・ほか1者 [6] Ledger Post (https://ledgerpost.example/mossfield-b)

            """,
            await desk.AskAsync("/funding mossfield")
        );
    }

    [Fact]
    public async Task After_ten_rounds_a_button_leads_to_the_rest()
    {
        await using var desk = await AnswerDesk.OfAsync([
            .. Enumerable.Range(1, 12).Select(month => Day(2025, month, 1, $"{month}億ドル（シリーズA）", "-")),
        ]);

        var first = await desk.AskAsync("/funding mossfield");
        Assert.StartsWith("Mossfield の資金調達は12件です（1〜10件目）\n\n12億ドル 2025年12月1日", first);
        Assert.Contains("‹続き› /funding mossfield +10", first);
        Assert.DoesNotContain("2025年2月1日", first);

        var second = await desk.AskAsync("/funding mossfield +10");
        Assert.StartsWith("Mossfield の資金調達は12件です（11〜12件目）\n\n2億ドル 2025年2月1日", second);
        Assert.DoesNotContain("続き", second);
    }

    [Fact]
    public async Task Days_that_disagree_stand_together_with_a_warning()
    {
        await using var desk = await AnswerDesk.OfAsync(
            Day(2026, 1, 6, "200億ドル（シリーズE）", "Fernway"),
            Day(2026, 1, 7, "3億ドル（融資）", "-"),
            Day(2026, 1, 8, "150億ドル（シリーズE）", "Fernway")
        );

        Assert.StartsWith(
            """
            Mossfield の資金調達は2件です

            150億ドル 2026年1月8日・シリーズE・Fernway・2回の記載（1/6から） [6] Ledger Post (https://ledgerpost.example/mossfield-b)
            ⚠️ 額が一致しません: 1/6 は 200億ドル [6] Ledger Post (https://ledgerpost.example/mossfield-b)、1/8 は 150億ドル [6] Ledger Post (https://ledgerpost.example/mossfield-b)
            3億ドル 2026年1月7日・融資
            """,
            await desk.AskAsync("/funding mossfield")
        );
    }

    [Fact]
    public async Task Reports_that_disagree_are_one_deal_on_one_page()
    {
        var days = Enumerable.Range(2, 9).Select(month => Day(2025, month, 1, $"{month}億ドル（シリーズA）", "-"));
        await using var desk = await AnswerDesk.OfAsync([.. days, Day(2025, 1, 8, "9億ドル", "-"), Day(2025, 1, 6, "8億ドル", "-")]);

        var text = await desk.AskAsync("/funding mossfield");

        Assert.StartsWith("Mossfield の資金調達は10件です\n", text, StringComparison.Ordinal);
        Assert.Contains("9億ドル 2025年1月8日・2回の記載（2025/1/6から）", text, StringComparison.Ordinal);
        Assert.Contains("⚠️ 額が一致しません: 2025/1/6 は 8億ドル", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_day_answers_from_its_briefing_alone()
    {
        await using var desk = await AnswerDesk.OfAsync(
            Day(2026, 1, 6, "2億ドル", "-"),
            Day(2025, 10, 1, "5億ドル", "-"),
            RealDay.Briefing with
            {
                Date = new DateOnly(2026, 1, 5),
            }
        );

        Assert.StartsWith(
            "Mossfield の資金調達は1件です\n\n5億ドル",
            await desk.AskAsync("/funding mossfield", date: new DateOnly(2025, 10, 1))
        );
        Assert.Equal(
            "1月5日(月)のブリーフィングに「mossfield」の資金調達は見つかりませんでした。\n\n近い名前: Mossfield\n\n例 /funding Mossfield\n\n‹Mossfield› /funding Mossfield\n",
            await desk.AskAsync("/funding mossfield", date: new DateOnly(2026, 1, 5))
        );
    }

    private static FixtureBriefing Day(int year, int month, int day, string amount, string investors) =>
        new() { Date = new DateOnly(year, month, day), Rounds = [new FixtureRound("Mossfield", "観測機", amount, investors, "見張り", 6)] };
}
