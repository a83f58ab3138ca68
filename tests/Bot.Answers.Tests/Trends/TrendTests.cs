using Bot.Answers.Trends;
using Bot.Chat;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Trends;

public sealed class TrendTests
{
    private static readonly FixtureBriefing Today = new();

    private static readonly FixtureBriefing Before = new()
    {
        Date = new DateOnly(2025, 12, 23),
        Technology = [new FixtureNews("Mossfield、山の観測機を増設", "前の号の話です。", 3)],
        Marketing = [],
        Dives = [],
        Rounds = [new FixtureRound("Openpier", "船の道具", "300万ドル（シード）", "-", "港が変わる", 6)],
    };

    [Fact]
    public async Task Funding_is_told_by_the_week_of_its_first_report_with_sums_and_sources()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);

        Assert.Equal(
            """
            4週間の新しい資金調達は4件です

            ▁▂▁█

            2025/12/10〜1/6、1週ごと・通貨 USD

            2025/12/31〜1/6　3件
            合計 120億5100万ドル（公表3社の合計）
            Quillstone　120億ドル（評価額 900億ドル）・1/6 [5] Ledger Post (https://ledgerpost.example/quillstone)

            2025/12/17〜2025/12/23　1件
            Openpier　300万ドル・シード・2025/12/23 [6] Ledger Post (https://ledgerpost.example/mossfield-b)

            """,
            (await desk.AskAsync("/trend funding 4w")).Split("\n‹")[0]
        );
        Assert.Equal(await desk.AskAsync("/trend funding 4週"), await desk.AskAsync("推移 資金調達 4"));
    }

    [Fact]
    public async Task A_deal_that_was_told_before_the_weeks_is_none_of_theirs()
    {
        await using var desk = await AnswerDesk.OfAsync(Before with { Date = new DateOnly(2025, 12, 29), Rounds = Today.Rounds }, Today);

        Assert.Equal("2025/12/31〜1/6に新しい資金調達の記載はありません。", await desk.FirstLineAsync("/trend funding 1w"));
        Assert.Equal("2週間の新しい資金調達は3件です", await desk.FirstLineAsync("/trend funding 2w"));
    }

    [Fact]
    public async Task A_company_is_counted_by_the_places_that_name_it()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);

        var text = await desk.AskAsync("/trend mossfield 4週");

        Assert.StartsWith(
            """
            Mossfield の言及は4週間で3か所です

            ▁▅▁█

            2025/12/10〜1/6、1週ごと

            2025/12/31〜1/6　2か所（1/6）
            2025/12/17〜2025/12/23　1か所（2025/12/23）

            新しい記載

            """,
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("[3] Chip Weekly (https://chipweekly.example/mossfield)", text, StringComparison.Ordinal);
        // Only headlines name it.
        Assert.StartsWith("Harborlight の言及は8週間で", await desk.FirstLineAsync("/trend harborlight"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Companies_as_a_whole_are_ranked()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);

        var lines = (await desk.AskAsync("トレンド 会社 4週")).Split('\n');

        Assert.Equal("4週間で言及の多い会社です", lines[0]);
        Assert.Equal("▁▅▁█ Mossfield　3か所（最後は1/6）", lines[4]);
        Assert.StartsWith(
            "The most named companies of 8 weeks",
            await desk.FirstLineAsync("/trend company", Locale.English),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/trend", "8週間の新しい資金調達は4件です")]
    [InlineData("/trend 先月", "5週間の新しい資金調達は1件です")]
    [InlineData("/trend funding 999w", "52週間の新しい資金調達は4件です")]
    [InlineData("/trend mosfield", "「mosfield」の言及は2025/11/12〜1/6にありません。")]
    [InlineData("/trend !!!", "「!!!」の言及は2025/11/12〜1/6にありません。")]
    public async Task It_takes_any_words(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);

        Assert.StartsWith(first, await desk.FirstLineAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_near_is_offered_and_an_empty_archive_says_so()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);
        await using var empty = await AnswerDesk.OpenAsync();

        Assert.Contains("‹Mossfield› /trend Mossfield", await desk.AskAsync("/trend mosfield"), StringComparison.Ordinal);
        Assert.Equal("まだ届いていません。", await empty.FirstLineAsync("/trend"));
    }

    [Fact]
    public async Task Long_lists_are_paged_and_what_is_drawn_is_what_is_told()
    {
        await using var desk = await AnswerDesk.OfAsync([
            .. Enumerable
                .Range(0, 12)
                .Select(n =>
                    Before with
                    {
                        Date = new DateOnly(2026, 1, 6).AddDays(-7 * n),
                        Rounds = [Before.Rounds[0] with { Company = $"Pier{n:00}a" }],
                    }
                ),
        ]);

        var reply = await desk.ReplyAsync("/trend funding 12w");
        var more = reply.Message.Buttons.Single(button => button.Label == "続き");
        var rest = await desk.AskAsync($"/trend {more.Arguments}", date: more.Date);

        Assert.Equal(12, reply.Message.Chart!.Points.Count);
        Assert.All(reply.Message.Chart.Points, point => Assert.Equal(3, point.Value));
        Assert.StartsWith("12週間の新しい資金調達は12件です（11〜12件目）", rest, StringComparison.Ordinal);
        Assert.Contains("Pier11a", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("Pier09a", rest, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_show_the_largest_whole_and_hide_nothing()
    {
        Assert.Equal("", Sparkline.Of([]));
        Assert.Equal("▁▁", Sparkline.Of([0, 0]));
        Assert.Equal("▂█▁", Sparkline.Of([1, 1_000_000, 0]));
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var values = Enumerable.Range(0, random.Next(1, 53)).Select(_ => (decimal)random.Next(0, 50)).ToList();
            var bars = Sparkline.Of(values);
            Assert.Equal(values.Count, bars.Length);
            Assert.Equal(values.Select(value => value == 0), bars.Select(bar => bar == '▁'));
        }
    }
}
