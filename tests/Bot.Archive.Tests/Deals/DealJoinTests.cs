using Bot.Archive.Deals;

namespace Bot.Archive.Tests.Deals;

public sealed class DealJoinTests
{
    private static long _ids;

    [Fact]
    public void The_same_sum_told_again_is_one_deal() => Assert.Equal(1, Deals(Report(1, 200), Report(9, 200), Report(100, 200)));

    [Fact]
    public void The_same_sum_long_after_is_another_deal() =>
        Assert.Equal(2, Deals(Report(1, 200), Report(2 + DealJoin.SameAmountDays, 200)));

    [Fact]
    public void A_deal_told_again_and_again_stays_one() =>
        Assert.Equal(1, Deals([.. Enumerable.Range(0, 12).Select(n => Report(1 + (n * 60), 200))]));

    [Fact]
    public void A_rounded_sum_is_the_same_sum() => Assert.Equal(1, Deals(Report(1, 1.23), Report(30, 1.2)));

    [Fact]
    public void Another_sum_within_days_corrects_the_first() => Assert.Equal(1, Deals(Report(1, 200), Report(8, 150)));

    [Fact]
    public void A_sum_of_another_size_is_another_round_unless_both_name_the_stage()
    {
        Assert.Equal(2, Deals(Report(1, 200), Report(3, 20)));
        Assert.Equal(1, Deals(Report(1, 200, "seed"), Report(3, 20, "seed")));
    }

    [Fact]
    public void Another_sum_later_is_another_round() => Assert.Equal(2, Deals(Report(1, 200), Report(9, 150)));

    [Fact]
    public void One_briefing_with_two_sums_tells_of_two_rounds() =>
        Assert.Equal(2, Deals(Report(1, 200, briefing: 1), Report(1, 150, briefing: 1)));

    [Fact]
    public void One_briefing_that_says_it_twice_tells_of_one() =>
        Assert.Equal(1, Deals(Report(1, 200, briefing: 1), Report(1, 200, briefing: 1)));

    [Fact]
    public void Two_series_that_disagree_on_one_day_tell_of_one() =>
        Assert.Equal(1, Deals(Report(1, 200, briefing: 1), Report(1, 150, briefing: 2)));

    [Theory]
    [InlineData("series-b", "debt", 2)]
    [InlineData("series-b", "series-b-extension", 2)]
    [InlineData("series-b", null, 1)]
    [InlineData(null, "acquisition", 2)]
    [InlineData(null, null, 1)]
    public void The_stage_decides_as_far_as_it_is_stated(string? first, string? second, int deals) =>
        Assert.Equal(deals, Deals(Report(1, 200, first), Report(2, 200, second)));

    [Fact]
    public void Two_stages_are_never_joined_through_a_report_without_one() =>
        Assert.Equal(2, Deals(Report(1, 200, "series-a"), Report(2, 200), Report(3, 200, "series-b")));

    [Fact]
    public void Currencies_are_never_compared() => Assert.Equal(2, Deals(Report(1, 200), Report(2, 200, currency: "JPY")));

    [Fact]
    public void A_sum_within_a_range_agrees_with_it() => Assert.Equal(1, Deals(Report(1, 200), Report(60, 100) with { To = 300 }));

    [Fact]
    public void A_report_without_a_sum_joins_by_its_stage_and_only_for_a_while()
    {
        Assert.Equal(1, Deals(Report(1, 200, "series-b"), Report(20, null, "series-b")));
        Assert.Equal(2, Deals(Report(1, 200, "series-b"), Report(40, null, "series-b")));
        Assert.Equal(2, Deals(Report(1, 200), Report(20, null)));
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter()
    {
        DealReport[] reports =
        [
            Report(1, 200),
            Report(4, 190),
            Report(5, 10, "seed"),
            Report(9, 400),
            Report(12, null, "seed"),
            Report(13, 401, briefing: 77),
        ];
        var expected = Grouped(reports);

        for (var seed = 0; seed < 50; seed++)
        {
            var shuffled = reports.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, Grouped(shuffled));
        }
    }

    private static string Grouped(DealReport[] reports) =>
        string.Join(' ', DealJoin.Of(reports).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}:{pair.Value}"));

    private static int Deals(params DealReport[] reports) => DealJoin.Of(reports).Values.Distinct().Count();

    private static DealReport Report(int day, double? amount, string? stage = null, string currency = "USD", int? briefing = null) =>
        new(
            Interlocked.Increment(ref _ids),
            briefing ?? day + 1000,
            new DateOnly(2025, 1, 1).AddDays(day),
            stage,
            amount is null ? null : currency,
            amount,
            amount
        );
}
