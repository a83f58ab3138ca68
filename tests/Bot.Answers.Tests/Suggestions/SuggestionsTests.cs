using Bot.Chat;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Suggestions;

public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("x", "xAI")]
    [InlineData("ｘＡ", "xAI")]
    [InlineData("lm", "LMArena")]
    [InlineData("fidel", "Fidelity")]
    [InlineData("arena", "LMArena")]
    [InlineData("lmarnea", "LMArena")]
    public async Task A_company_is_offered_from_what_is_typed(string typed, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal(first, (await desk.SuggestAsync("funding", typed))[0].Value);
    }

    [Fact]
    public async Task With_nothing_typed_companies_are_offered_and_never_more_than_asked_for()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal(3, (await desk.SuggestAsync("funding", "", most: 3)).Count);
        Assert.Equal(
            (await desk.SuggestAsync("funding", "")).Count,
            (await desk.SuggestAsync("funding", "")).DistinctBy(one => one.Value).Count()
        );
    }

    [Fact]
    public async Task Nothing_is_offered_from_nothing()
    {
        await using var desk = await AnswerDesk.OpenAsync();

        Assert.Empty(await desk.SuggestAsync("funding", "x"));
        Assert.Empty(await desk.SuggestAsync("sources", ""));
        Assert.Empty(await desk.SuggestAsync("funding", new string('x', 5000)));
    }

    [Theory]
    [InlineData("", "2026-01-07")]
    [InlineData("2026-01-06", "2026-01-06")]
    [InlineData("1/6", "2026-01-06")]
    [InlineData("1月6", "2026-01-06")]
    [InlineData("１／６", "2026-01-06")]
    public async Task A_day_is_offered_in_any_spelling_the_newest_first(string typed, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, new FixtureBriefing { Date = new DateOnly(2026, 1, 7) });

        var offered = await desk.SuggestAsync("sources", typed);

        Assert.Equal(first, offered[0].Value);
        Assert.Contains("2026年1月", offered[0].Label, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_briefing_is_not_offered()
    {
        await using var desk = await AnswerDesk.OpenAsync();
        await desk.StoreAsync(RealDay.Briefing, held: true);

        Assert.Empty(await desk.SuggestAsync("sources", ""));
    }

    [Fact]
    public async Task Commands_are_offered_by_their_beginning()
    {
        await using var desk = await AnswerDesk.OpenAsync();

        Assert.Equal(["/funding"], (await desk.SuggestAsync("help", "/fu", locale: Locale.English)).Select(one => one.Label.Split(' ')[0]));
        Assert.Equal(
            [
                "briefing",
                "funding",
                "outlook",
                "sources",
                "company",
                "catchup",
                "news",
                "tech",
                "analysis",
                "insight",
                "search",
                "ask",
                "new",
                "watch",
                "watches",
                "unwatch",
                "trend",
                "help",
            ],
            (await desk.SuggestAsync("help", "")).Select(one => one.Value)
        );
    }
}
