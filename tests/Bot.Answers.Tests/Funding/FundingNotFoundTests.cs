using Bot.Chat;

namespace Bot.Answers.Tests.Funding;

public sealed class FundingNotFoundTests
{
    [Fact]
    public async Task A_typo_gets_the_nearest_name_and_an_example_that_works()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal(
            """
            「xia」の資金調達は見つかりませんでした。

            近い名前: xAI

            例 /funding xAI

            ‹xAI› /funding xAI

            """,
            await desk.AskAsync("/funding xia")
        );
        Assert.StartsWith("No funding found for “xia”.", await desk.AskAsync("/funding xia", Locale.English));
    }

    [Theory]
    [InlineData("lmarna", "LMArena")]
    [InlineData("pluto", "Pluto Financial")]
    [InlineData("Financial Pluto", "Pluto Financial")]
    [InlineData("lucidian", "Lucidean")]
    [InlineData("nvidea", "NVIDIA")]
    public async Task A_name_that_is_nearly_right_is_offered(string asked, string company)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var reply = await desk.ReplyAsync("/funding " + asked);

        Assert.Equal(company, reply.Message.Buttons[0].Arguments);
        Assert.True(reply.Succeeded);
    }

    [Fact]
    public async Task Every_offered_name_leads_to_an_answer()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, new());

        foreach (var button in (await desk.ReplyAsync("/funding lmaren")).Message.Buttons)
        {
            Assert.DoesNotContain("見つかりません", await desk.AskAsync($"/{button.Command} {button.Arguments}"));
        }
    }

    [Theory]
    [InlineData("/funding xai", true)]
    [InlineData("/funding", true)]
    [InlineData("/outlook", true)]
    [InlineData("/outlook medium", true)]
    [InlineData("/sources", true)]
    [InlineData("/sources 1", true)]
    [InlineData("/funding nobody", false)]
    [InlineData("/help", false)]
    public async Task An_answer_from_one_briefing_names_the_post_it_would_link_to(string line, bool does)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var post = (await desk.ReplyAsync(line)).Message.Post;

        Assert.Equal(
            does ? ("1/6の投稿", "us-ai", RealDay.Briefing.Date, null) : default,
            post is null ? default : (post.Label, post.Series, post.Date, post.Address)
        );
    }

    [Fact]
    public async Task An_unknown_name_like_no_other_gets_an_example_alone()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal("「ぬるぽ工業」の資金調達は見つかりませんでした。\n\n例 /funding xAI\n", await desk.AskAsync("/funding ぬるぽ工業"));
    }

    [Fact]
    public async Task An_archive_without_rounds_finds_nothing_and_promises_nothing()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing with { Rounds = [] });

        var text = await desk.AskAsync("/funding xai");

        Assert.StartsWith("「xai」の資金調達は見つかりませんでした。", text);
        Assert.DoesNotContain("例 ", text);
    }

    [Theory]
    [InlineData("@everyone <@U123> <!channel>")]
    [InlineData("**bold** [link](javascript:alert(1)) `code`")]
    [InlineData("'; DROP TABLE items; --")]
    [InlineData("\u0000\u0001\u001b[31m\u202Exai\u2069\uFFFD")]
    [InlineData("{0} {1} %s")]
    [InlineData("+99999999999999999999")]
    [InlineData("（）「」。、")]
    public async Task Hostile_input_is_echoed_on_one_line_and_acts_on_nothing(string input)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var reply = await desk.ReplyAsync(new Chat.Commands.CommandCall("funding", input, Locale.Japanese));
        var text = Chat.Text.TextRenderer.Render(reply.Message);

        Assert.Contains("見つかりませんでした。\n", text);
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202E', text);
        Assert.Empty(Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.Inlines.LinkInline>(reply.Message.Body));
    }

    [Fact]
    public async Task A_broken_surrogate_is_echoed_as_a_replacement()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var reply = await desk.ReplyAsync(new Chat.Commands.CommandCall("funding", "a\ud800b", Locale.Japanese));

        Assert.Contains("「a\uFFFDb」", Chat.Text.TextRenderer.Render(reply.Message));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("あ")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("[a](")]
    public async Task Ten_thousand_characters_are_shortened(string unit)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);
        var input = string.Concat(Enumerable.Repeat(unit, 10_000));

        foreach (var command in new[] { "funding", "outlook", "sources", "help" })
        {
            var reply = await desk.ReplyAsync(new Chat.Commands.CommandCall(command, input, Locale.Japanese));
            var text = Chat.Text.TextRenderer.Render(reply.Message);
            Assert.InRange(text.Length, 1, 1500);
            Assert.Contains("…", text);
        }
    }
}
