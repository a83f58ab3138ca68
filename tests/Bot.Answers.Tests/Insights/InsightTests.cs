using Bot.Chat;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Insights;

public sealed class InsightTests
{
    [Fact]
    public async Task Insights_stand_as_their_author_wrote_them()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        var text = await desk.AskAsync("/insight");

        Assert.StartsWith(
            "1月6日(火)の洞察は2点です\n\n今日の要点は、電源のない場所が次の市場になることです。\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("評価の形式を決めた企業が、後から来る企業の入口を握ります。", text, StringComparison.Ordinal);
        Assert.StartsWith("2 insights of Tue 6 Jan", await desk.AskAsync("/insight", Locale.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("洞察 1/6", "1月6日(火)の洞察は2点です")]
    [InlineData("/insight 今週", "1月6日(火)の洞察は2点です")]
    [InlineData("/insight 先週", "2025/12/29〜1/4のブリーフィングに洞察の記載はありません。")]
    [InlineData("/insight 灯台", "「灯台」は読み取れませんでした。")]
    public async Task They_take_a_time(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Equal(first, await desk.FirstLineAsync(line));
    }
}
