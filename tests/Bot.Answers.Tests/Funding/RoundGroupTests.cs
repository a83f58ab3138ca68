using Bot.Answers.Funding;
using Bot.Archive.Queries;
using Bot.Briefings.Model;

namespace Bot.Answers.Tests.Funding;

public sealed class RoundGroupTests
{
    private static long _ids;

    [Fact]
    public void Different_amounts_within_a_week_disagree() => Assert.Equal([2], Groups(Round(8, 200), Round(1, 150)));

    [Fact]
    public void A_week_and_a_day_apart_are_two_rounds() => Assert.Equal([1, 1], Groups(Round(9, 200), Round(1, 150)));

    [Fact]
    public void The_same_amount_again_does_not_disagree() => Assert.Equal([1, 1], Groups(Round(8, 200), Round(6, 200)));

    [Fact]
    public void Different_stages_are_different_rounds() => Assert.Equal([1, 1], Groups(Round(8, 200, "series-b"), Round(6, 150, "debt")));

    [Fact]
    public void A_day_that_names_no_stage_may_mean_the_same_round() => Assert.Equal([2], Groups(Round(8, 200, "series-b"), Round(6, 150)));

    [Fact]
    public void Two_rounds_of_one_day_are_two() => Assert.Equal([1, 1], Groups(Round(8, 200), Round(8, 150)));

    [Fact]
    public void Currencies_are_never_compared() => Assert.Equal([1, 1], Groups(Round(8, 200), Round(6, 30_000, currency: "JPY")));

    [Fact]
    public void An_approximate_amount_disagrees_only_when_it_is_far_off()
    {
        Assert.Equal([1, 1], Groups(Round(8, 200), Round(6, 195, approximate: true)));
        Assert.Equal([2], Groups(Round(8, 200), Round(6, 150, approximate: true)));
    }

    [Fact]
    public void An_amount_within_a_range_agrees_with_it()
    {
        var range = Round(6, 0) with { Round = Round(6, 0).Round with { Amount = new Money(null, 100, 300, "USD", false, "1〜3億") } };
        Assert.Equal([1, 1], Groups(Round(8, 200), range));
        Assert.Equal([2], Groups(Round(8, 400), range));
    }

    [Fact]
    public void An_undisclosed_round_contradicts_nothing() =>
        Assert.Equal(
            [1, 1],
            Groups(Round(8, 200), Round(6, 0) with { Round = Round(6, 0).Round with { Amount = null, Undisclosed = true } })
        );

    [Fact]
    public void No_round_is_lost_or_shown_twice()
    {
        ArchivedRound[] rounds = [Round(9, 200), Round(8, 200), Round(7, 150), Round(7, 200), Round(3, 10, "seed"), Round(1, 150)];

        var grouped = RoundGroup.Of(rounds).SelectMany(group => group.Rounds).ToList();

        Assert.Equal(rounds.Length, grouped.Count);
        Assert.Equal(rounds.Select(round => round.ItemId).Order(), grouped.Select(round => round.ItemId).Order());
    }

    private static IEnumerable<int> Groups(params ArchivedRound[] rounds) => RoundGroup.Of(rounds).Select(group => group.Rounds.Count);

    private static ArchivedRound Round(int day, decimal amount, string? stage = null, string currency = "USD", bool approximate = false) =>
        new(
            ++_ids,
            new ArchivedBriefing(day, "us-ai", new DateOnly(2026, 1, day), "", 1, false),
            new FundingRound
            {
                SectionOrder = 1,
                Markdown = "",
                Company = "xAI",
                Stage = stage,
                Amount = new Money(amount, null, null, currency, approximate, $"{amount}"),
            }
        );
}
