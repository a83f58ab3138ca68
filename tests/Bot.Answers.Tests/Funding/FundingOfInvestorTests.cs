using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Funding;

public sealed class FundingOfInvestorTests
{
    [Fact]
    public async Task An_investor_without_a_round_of_its_own_is_answered_with_its_investments()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal(
            """
            NVIDIA 自身の資金調達の記載はありません。

            出資者としては1件: xAI 200億ドル（1/6） [5] CNBC (https://cnbc.example/xai)

            ‹xAI の資金調達› /funding xAI

            """,
            await desk.AskAsync("/funding nvidia")
        );
    }

    [Fact]
    public async Task A_company_that_raised_and_invested_is_answered_with_both()
    {
        var day = RealDay.Briefing;
        await using var desk = await AnswerDesk.OfAsync(
            day with
            {
                Rounds = [day.Rounds[0], day.Rounds[1] with { Investors = "xAI, Felicis" }],
            }
        );

        var text = await desk.AskAsync("/funding xai");

        Assert.StartsWith("xAI の資金調達は1件です\n\n200億ドル", text);
        Assert.Contains("\n\n出資者としては1件: LMArena 1.5億ドル（1/6） [6] LMArena Blog (https://lmarena.example/series-a)\n", text);
    }

    [Fact]
    public async Task More_investments_than_fit_a_sentence_are_counted()
    {
        var rounds = Enumerable.Range(1, 12).Select(n => new FixtureRound($"会社{n}", "説明", $"{n}億ドル", "Fernway", "", 1)).ToList();
        await using var desk = await AnswerDesk.OfAsync(
            new FixtureBriefing { Rounds = [.. rounds, new FixtureRound("Fernway", "投資", "9億ドル", "-", "", 2)] },
            new FixtureBriefing
            {
                Rounds = [new FixtureRound("会社0", "説明", "7億ドル", "Fernway", "", 1)],
                Date = new DateOnly(2025, 12, 30),
            }
        );

        var own = await desk.AskAsync("/funding fernway");
        Assert.Contains("出資者としては13件: 会社1 1億ドル（1/6）", own);
        Assert.Contains("、ほか10件", own);

        await using var other = await AnswerDesk.OfAsync(new FixtureBriefing { Rounds = rounds });
        var first = await other.AskAsync("/funding fernway");
        Assert.Contains("出資者としては12件です（1〜10件目）", first);
        Assert.Contains("‹続き› /funding fernway +10", first);
        Assert.Contains("出資者としては12件です（11〜12件目）", await other.AskAsync("/funding fernway +10"));
    }
}
