using Bot.Answers.Arguments;
using Bot.Answers.Sources;
using Bot.Chat;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Sources;

public sealed class SourcesTests
{
    [Fact]
    public async Task Alone_it_lists_the_newest_briefings_sources()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var text = await desk.AskAsync("/sources");

        Assert.StartsWith("1月6日(火)の出典は8件です\n", text);
        Assert.Contains("5 CNBC: xAI raises $20 billion (https://cnbc.example/xai) (2026年1月6日)\n", text);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[5]")]
    [InlineData("５番")]
    [InlineData("#5")]
    public async Task A_number_answers_with_one_source(string asked)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal(
            "5 CNBC: xAI raises $20 billion (https://cnbc.example/xai) (2026年1月6日)\n\n支える内容 1件\n\nスタートアップ: xAI（出典1つのみ）\n\n1月6日(火)のブリーフィングから\n\n‹1/6の出典› /sources 2026-01-06\n",
            await desk.AskAsync("/sources " + asked)
        );
    }

    [Fact]
    public async Task A_day_answers_with_that_days_sources()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, new FixtureBriefing { Date = new DateOnly(2026, 1, 8) });

        Assert.StartsWith("1月6日(火)の出典は8件です", await desk.AskAsync("/sources 2026-01-06"));
        Assert.StartsWith("5 CNBC", await desk.AskAsync("/sources 2026年1月6日 5"));
        Assert.StartsWith("5 CNBC", await desk.AskAsync("/sources 5", date: RealDay.Date));
        Assert.StartsWith("5 Ledger Post", await desk.AskAsync("/sources 5"));
        Assert.StartsWith("1月7日(水)のブリーフィングはありません。", await desk.AskAsync("/sources 2026/1/7"));
    }

    [Theory]
    [InlineData("1/6")]
    [InlineData("１／６")]
    [InlineData("1月6日")]
    [InlineData("1月6日(火)")]
    [InlineData("1月6日（火）")]
    public async Task A_day_may_be_written_as_the_bot_writes_it(string day)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, new FixtureBriefing { Date = new DateOnly(2026, 1, 8) });

        Assert.StartsWith("1月6日(火)の出典は8件です", await desk.AskAsync("/sources " + day));
    }

    [Theory]
    [InlineData("12/30", "2025-12-30")]
    [InlineData("1/9", "2025-01-09")]
    [InlineData("2/29", "2024-02-29")]
    [InlineData("2/30", null)]
    public void A_day_without_a_year_is_the_last_one_up_to_the_newest_briefing(string day, string? date)
    {
        var read = SourcesArguments.Parse(day, new TimeArgument(new DateOnly(2026, 1, 8), new DateOnly(2026, 1, 8)));

        Assert.Equal(
            (date, date is null ? day : null),
            (read.Days?.From.ToString("O", System.Globalization.CultureInfo.InvariantCulture), read.Unreadable)
        );
    }

    [Fact]
    public async Task A_number_without_a_source_says_so()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal(
            "1月6日(火)のブリーフィングに99番の出典はありません。\n\n‹1/6の出典› /sources 2026-01-06\n",
            await desk.AskAsync("/sources 99")
        );
    }

    [Fact]
    public async Task What_is_neither_number_nor_day_is_answered_kindly()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.StartsWith("「昨日の」は出典の番号でも日付でもありません。", await desk.AskAsync("/sources 昨日の"));
        Assert.StartsWith(
            "“2026-13-45” is neither a source number nor a date.",
            await desk.AskAsync("/sources 2026-13-45", Locale.English)
        );
    }

    [Fact]
    public async Task A_long_list_comes_in_parts()
    {
        var references = Enumerable
            .Range(1, 45)
            .Select(n => new FixtureReference("Ledger Post", $"Title {n}", $"https://ledgerpost.example/{n}"));
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing { References = [.. references] });

        Assert.Contains("‹続き› /sources +20", await desk.AskAsync("/sources"));
        var last = await desk.AskAsync("/sources +40", date: new DateOnly(2026, 1, 6));
        Assert.Contains("45 Ledger Post", last);
        Assert.DoesNotContain("40 Ledger Post", last);
        Assert.DoesNotContain("続き", last);
    }

    [Fact]
    public void Numbers_and_days_are_read_in_any_order()
    {
        var read = SourcesArguments.Parse(
            "［８］ ２０２６－０１－０６",
            new TimeArgument(new DateOnly(2026, 1, 8), new DateOnly(2026, 1, 8))
        );

        Assert.Equal((8, (DateOnly?)new DateOnly(2026, 1, 6), null), (read.Number, read.Days?.From, read.Unreadable));
    }
}
