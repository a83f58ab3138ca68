using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests;

/// <summary>What is shared is what was read, whatever has arrived since; only the frame says who shared it.</summary>
public sealed class SharedAnswerTests
{
    [Theory]
    [InlineData("/briefing")]
    [InlineData("/briefing 展望")]
    [InlineData("/briefing 先週")]
    [InlineData("/funding")]
    [InlineData("/funding mossfield")]
    [InlineData("/funding northgate capital")]
    [InlineData("/funding 今週")]
    [InlineData("/funding >=$10M")]
    [InlineData("/funding top")]
    [InlineData("/funding 合計")]
    [InlineData("/funding quillstone mossfield")]
    [InlineData("/outlook")]
    [InlineData("/outlook 中期")]
    [InlineData("/outlook 先週")]
    [InlineData("/outlook 変化")]
    [InlineData("/outlook 中期 --changes")]
    [InlineData("/sources")]
    [InlineData("/sources 3")]
    [InlineData("/news")]
    [InlineData("/news クレーン")]
    [InlineData("/news 最近")]
    [InlineData("/tech")]
    [InlineData("/analysis")]
    [InlineData("/analysis 差分")]
    [InlineData("/insight 昨日")]
    [InlineData("/insight")]
    [InlineData("/new")]
    [InlineData("/new 今月")]
    [InlineData("/trend")]
    [InlineData("/trend mossfield 4w")]
    [InlineData("/trend company")]
    [InlineData("/catchup")]
    [InlineData("/catchup 1分")]
    [InlineData("/catchup 2026-01-05")]
    [InlineData("/search 機械")]
    [InlineData("/company mossfield")]
    [InlineData("/company mossfield 今月")]
    public async Task A_shared_answer_is_the_answer_that_was_read(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(
            new FixtureBriefing { Date = new DateOnly(2025, 12, 30) },
            new FixtureBriefing { Date = new DateOnly(2026, 1, 5) }
        );
        var call = desk.Reader.Read(line, Locale.Japanese)!;
        var read = await desk.ReplyAsync(call);
        var button = SharedAnswer.Offer(read, call).Buttons.First(one => one.Action == ButtonAction.Share);
        var before = Body(read.Message);

        await desk.StoreAsync(
            new FixtureBriefing
            {
                Date = new DateOnly(2026, 1, 6),
                Rounds = [new("Mossfield", "機械", "9億ドル", "Northgate Capital", "-", 5)],
            }
        );
        await desk.StoreAsync(new FixtureBriefing { Date = new DateOnly(2026, 1, 7) }, edition: "evening");

        // As a platform gives it back.
        var pressed = ButtonCode.Decode(ButtonCode.Encode(button, 2000))!;
        var again = new CommandCall(pressed.Command, pressed.Arguments, Locale.Japanese)
        {
            Series = pressed.Series,
            Date = pressed.Date,
            UpTo = pressed.UpTo,
            UserName = "K",
        };
        var shared = SharedAnswer.Post(await desk.ReplyAsync(again), again);

        Assert.StartsWith("Kさんが共有", Body(shared), StringComparison.Ordinal);
        shared.Body.RemoveAt(0);
        Assert.Equal(before, Body(shared));
    }

    private static string Body(Message message) => TextRenderer.Render(message with { Buttons = [] });
}
