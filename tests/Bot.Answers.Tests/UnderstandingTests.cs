using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Answers.Tests;

/// <summary>Lines that name no command, or almost one.</summary>
public sealed class UnderstandingTests
{
    [Theory]
    [InlineData("xai")]
    [InlineData("ｘＡＩ")]
    [InlineData("xAI社")]
    [InlineData("xai？")]
    [InlineData("/xai")]
    [InlineData("xAIの資金調達は？")]
    [InlineData("資金調達 xai")]
    [InlineData("/briefing xai")]
    [InlineData("/briefing xaiの資金調達")]
    public async Task A_company_is_asked_about_by_its_name(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal("xAI の資金調達は1件です", await desk.FirstLineAsync(line));
    }

    [Theory]
    [InlineData("/fundng xai")]
    [InlineData("fundng ｘａｉ")]
    [InlineData("/briefing fundng xai")]
    public async Task A_mistyped_command_is_offered_with_its_argument(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var reply = await desk.ReplyAsync(line);

        Assert.False(reply.Succeeded);
        Assert.Contains("もしかして: /funding xAI\n", TextRenderer.Render(reply.Message), StringComparison.Ordinal);
        Assert.Equal(
            ("funding", "xAI", "/funding xAI"),
            reply.Message.Buttons[0] is var button ? (button.Command, button.Arguments, button.Label) : default
        );
    }

    [Theory]
    [InlineData("200億ドル以上", "/funding 200億ドル以上")]
    [InlineData(">=$10B", "/funding >=$10B")]
    [InlineData("over $100M", "/funding over $100M")]
    [InlineData("シリーズB", "/funding シリーズB")]
    [InlineData("先週", "/catchup 2025-12-29..2026-01-04")]
    [InlineData("last week", "/catchup 2025-12-29..2026-01-04")]
    [InlineData("先週は何があった？", "/catchup 2025-12-29..2026-01-04")]
    [InlineData("昨日", "/briefing 2026-01-05")]
    [InlineData("1/6", "/briefing 2026-01-06")]
    [InlineData("最新", "/briefing 2026-01-06")]
    [InlineData("中期", "/outlook medium")]
    [InlineData("「人型ロボット」", "/search 人型ロボット")]
    [InlineData("xAIに投資したのは？", "/funding xAI")]
    [InlineData("NVIDIAはどこに投資した？", "/search investor:NVIDIA kind:deal")]
    [InlineData("who invested in xai?", "/funding xAI")]
    [InlineData("how much did xai raise?", "/funding xAI")]
    [InlineData("どこが調達した？", "/funding")]
    [InlineData("推論チップのニュース", "/news 推論チップ")]
    [InlineData("news about inference chips", "/news inference chips")]
    [InlineData("show me the news", "/news")]
    public async Task A_bare_question_condition_or_time_is_answered_and_says_how_it_was_read(string line, string query)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        foreach (var typed in new[] { line, "@bot " + line, "／" + line })
        {
            var lines = (await desk.AskAsync(typed)).Split('\n');
            Assert.True(
                (lines.FirstOrDefault(said => said.StartsWith("読み方: ", StringComparison.Ordinal))?["読み方: ".Length..] ?? "").Split(
                    '（'
                )[0] == query,
                $"{typed}:\n{string.Join('\n', lines.Take(4))}"
            );
        }
    }

    [Theory]
    [InlineData("量子", "/search 量子")]
    [InlineData("nvidla", "/funding NVIDIA")]
    [InlineData("天気は？", "/search 天気")]
    public async Task What_is_not_understood_is_said_with_what_can_be_asked_instead(string line, string offered)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var reply = await desk.ReplyAsync(line);

        Assert.False(reply.Succeeded);
        Assert.Contains(reply.Message.Buttons, button => "/" + button.Line == offered);
        Assert.Contains("/help", TextRenderer.Render(reply.Message), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("来週")]
    [InlineData("over 9000")]
    public async Task A_condition_that_cannot_be_read_is_not_taken_for_a_company(string condition)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.StartsWith("「", await desk.FirstLineAsync("/funding " + condition), StringComparison.Ordinal);
        Assert.Contains("読み取れませんでした", await desk.FirstLineAsync("/funding " + condition), StringComparison.Ordinal);
        Assert.Contains("/funding xai", await desk.AskAsync("/funding xai " + condition), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/funding 2026-01-06", "1月6日(火)")]
    [InlineData("/funding xai 火曜", "xAI の資金調達は1件です")]
    [InlineData("/funding xai 昨日", "1月5日(月)")]
    [InlineData("/outlook 昨日", "1月5日(月)のブリーフィングはありません")]
    [InlineData("/outlook 中期 1/6", "中期")]
    [InlineData("/sources 昨日", "1月5日(月)のブリーフィングはありません")]
    public async Task Questions_take_a_day(string line, string holds)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Contains(holds, await desk.FirstLineAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_nothing_known_gets_a_way_on_in_the_askers_language()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Contains("/help", await desk.AskAsync("天気", Locale.English), StringComparison.Ordinal);
    }
}
