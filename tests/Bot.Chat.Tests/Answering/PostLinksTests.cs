using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;

namespace Bot.Chat.Tests.Answering;

public sealed class PostLinksTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 1, 6);
    private static readonly CommandCall Call = new("funding", "xai", Locale.English)
    {
        Platform = PlatformId.Slack,
        Workspace = "T1",
        Channel = "C1",
    };

    private readonly Desk _desk = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Reply Answer
    {
        get
        {
            var reply = Desk.Says("xAI");
            return reply with { Message = reply.Message with { Post = new PostLink("Post of 6 Jan", "us-ai", Day) } };
        }
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task An_answer_leads_to_the_post_that_stands_in_the_channel_that_asks()
    {
        _desk.Posted = (channel, date, _) => Task.FromResult(channel.Channel == "C1" && date == Day ? "17" : null);

        Assert.Equal("https://chat.example/C1/17", (await _desk.Links.AddAsync(Answer, Call, Cancel)).Message.Post!.Address!.AbsoluteUri);
        Assert.Null((await _desk.Links.AddAsync(Answer, Call with { Channel = "C2" }, Cancel)).Message.Post!.Address);
        Assert.Null((await _desk.Links.AddAsync(Answer, Call with { Channel = "" }, Cancel)).Message.Post!.Address);
        Assert.Null((await _desk.Links.AddAsync(Answer, Call with { Platform = PlatformId.Web }, Cancel)).Message.Post!.Address);
        Assert.Null((await _desk.Links.AddAsync(Desk.Says("no post"), Call, Cancel)).Message.Post);
    }

    [Fact]
    public async Task What_cannot_be_found_or_not_in_time_is_left_out()
    {
        _desk.Posted = (_, _, _) => throw new InvalidOperationException("the database");
        Assert.Null((await _desk.Links.AddAsync(Answer, Call, Cancel)).Message.Post!.Address);

        _desk.Posted = async (_, _, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "17";
        };
        var asking = _desk.Links.AddAsync(Answer, Call, Cancel);
        Assert.False(asking.IsCompleted);
        _desk.Clock.Advance(PostLinks.Patience);
        Assert.Null((await asking).Message.Post!.Address);
    }

    [Fact]
    public async Task It_has_a_place_beside_the_button_that_shares()
    {
        _desk.Posted = (_, _, _) => Task.FromResult<string?>("17");
        var reply = await _desk.Links.AddAsync(
            Answer with
            {
                Message = Answer.Message with
                {
                    Buttons = [.. Enumerable.Range(1, 5).Select(at => new Button($"{at}", "funding", $"{at}", "us-ai", null))],
                },
            },
            Call,
            Cancel
        );

        var funding = new Command("funding", new("", ""), [], "", _desk);
        Assert.Equal(4, SharedAnswer.Offer(reply with { Answers = new CommandTarget(funding, funding.Own!, Call) }, Call).Buttons.Count);
    }

    [Fact]
    public async Task An_answer_that_was_kept_for_one_channel_is_not_given_in_another()
    {
        _desk.Handler = _ => Task.FromResult(Answer);
        var question = Desk.Asked("funding", "xai");
        await _desk.AnswerAsync(question with { Call = question.Call with { Channel = "C1" } });
        await _desk.AnswerAsync(question with { Call = question.Call with { Channel = "C1" } });
        await _desk.AnswerAsync(question with { Call = question.Call with { Channel = "C2" } });

        Assert.Equal(["C1", "C2"], _desk.Handled.Select(call => call.Channel));
    }
}
