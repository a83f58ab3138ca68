using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Briefings;

public sealed class BriefingTests
{
    private static readonly DateOnly Tuesday = new(2026, 1, 6);

    [Theory]
    [InlineData("/briefing")]
    [InlineData("/briefing 2026-01-06")]
    [InlineData("/briefing 1/6")]
    [InlineData("/briefing 今日")]
    [InlineData("/briefing 火曜")]
    [InlineData("/ブリーフィング 最新")]
    public async Task A_day_is_answered_as_its_root_says_it(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, new FixtureBriefing { Date = new DateOnly(2026, 1, 2) });

        var reply = await desk.ReplyAsync(line);

        Assert.True(reply.Succeeded);
        Assert.Null(reply.Message.ThreadName);
        Assert.Equal(new PostLink("1/6の投稿", "us-ai", Tuesday), reply.Message.Post);
        var text = TextRenderer.Render(reply.Message);
        Assert.Contains("1月6日(火)", text, StringComparison.Ordinal);
        Assert.Contains("参考文献", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1/6 展望", "早い動き")]
    [InlineData("今後 2026年1月6日", "早い動き")]
    [InlineData("startups", "Quillstone")]
    [InlineData("最新 新興企業", "Quillstone")]
    public async Task A_section_is_answered_whole_with_its_day_and_its_sources(string asked, string holds)
    {
        await using var desk = await AnswerDesk.OfAsync(
            new FixtureBriefing { Date = Tuesday, Outlook = [("短期（〜1年）", "**早い動き**が続く [1]")] }
        );

        var text = await desk.AskAsync("/briefing " + asked);

        Assert.Contains("1月6日(火)", text, StringComparison.Ordinal);
        Assert.Contains(holds, text, StringComparison.Ordinal);
        Assert.Contains("出典", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_a_briefing_offers_the_newest()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing { Date = Tuesday });

        Assert.StartsWith(
            "1月5日(月)のブリーフィングはありません",
            await desk.FirstLineAsync("/briefing 昨日 新興企業"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task News_means_both_kinds_of_news()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var both = await desk.AskAsync("/briefing ニュース");
        var one = await desk.AskAsync("/briefing マーケティング");

        Assert.Contains(one.Split('\n')[0], both, StringComparison.Ordinal);
        Assert.DoesNotContain(both.Split('\n')[0], one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_the_day_does_not_have_is_said_to_be_missing_and_others_are_offered()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing { Date = Tuesday });

        var reply = await desk.ReplyAsync("/briefing other");

        Assert.StartsWith(
            "1月6日(火)のブリーフィングに次のセクションはありません: その他。",
            TextRenderer.Render(reply.Message),
            StringComparison.Ordinal
        );
        Assert.All(reply.Message.Buttons, button => Assert.Equal(("briefing", Tuesday), (button.Command, button.Date)));
        Assert.NotEmpty(reply.Message.Buttons);
    }

    [Theory]
    [InlineData("/briefing", "briefing", "", true)]
    [InlineData("/briefing 昨日 ニュース", "briefing", "technology-news marketing-news", false)]
    [InlineData("/outlook 2年 火曜", "outlook", "medium", true)]
    [InlineData("/sources 番号 1", null, "", false)]
    [InlineData("/sources ［1］", "sources", "1", true)]
    [InlineData("/funding 1/6", "funding", "", true)]
    public async Task An_answer_of_one_day_is_repeated_from_that_day(string line, string? command, string arguments, bool found)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var reply = await desk.ReplyAsync(line);
        var share = SharedAnswer.Offer(reply, desk.Reader.Read(line, Locale.Japanese)!).Buttons[0];

        Assert.Equal(ButtonAction.Share, share.Action);
        Assert.Equal("us-ai", share.Series);
        if (command is not null && found)
        {
            Assert.Equal((command, arguments, Tuesday), (share.Command, share.Arguments, share.Date));
        }
    }

    /// <summary>What is shared is what was read, whatever has arrived since.</summary>
    [Theory]
    [InlineData("/briefing")]
    [InlineData("/briefing ニュース")]
    [InlineData("/outlook")]
    [InlineData("/outlook 中期")]
    [InlineData("/funding")]
    [InlineData("/sources")]
    [InlineData("/sources 8")]
    [InlineData("/sources 火曜")]
    [InlineData("/funding xai")]
    [InlineData("/funding nvidia")]
    [InlineData("/funding xai 火曜")]
    public async Task A_shared_answer_is_the_answer_that_was_read(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);
        var read = await desk.ReplyAsync(line);
        var share = SharedAnswer.Offer(read, desk.Reader.Read(line, Locale.Japanese)!).Buttons[0];
        var text = TextRenderer.Render(read.Message with { Buttons = [] });

        await desk.StoreAsync(
            new FixtureBriefing
            {
                Date = new DateOnly(2026, 1, 8),
                Rounds = [new FixtureRound("xAI", "基盤モデル", "1億ドル", "NVIDIA", "大きい", 1)],
                Outlook = [("中期（1〜3年）", "**別の見方**")],
            }
        );
        var shared = await desk.ReplyAsync(
            new CommandCall(share.Command, share.Arguments, Locale.Japanese)
            {
                Series = share.Series,
                Date = share.Date,
                UpTo = share.UpTo,
            }
        );

        Assert.Equal(text, TextRenderer.Render(shared.Message with { Buttons = [] }));
    }
}
