using Bot.Chat;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Replies;

public sealed class RereadingNoteTests
{
    private const string Former = "1:another-vocabulary";
    private const string Note = "アーカイブを読み直しています（2件中1件が完了）";
    private static readonly DateOnly Day = new(2026, 1, 6);

    [Theory]
    [InlineData("/search 灯台")]
    [InlineData("/search 荷役")]
    [InlineData("/funding nobody")]
    [InlineData("/company nobody")]
    [InlineData("/briefing 2025-12-01")]
    public async Task While_the_archive_is_read_again_every_answer_says_how_far_that_is(string line)
    {
        await using var desk = await OpenAsync();

        var answer = (await desk.AskAsync(line)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith(Note, answer[1], StringComparison.Ordinal);
        Assert.Single(answer, part => part.Contains(Note, StringComparison.Ordinal));
        Assert.Contains("1 of 2 briefings are done", await desk.AskAsync(line, Locale.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_been_read_again_is_still_found()
    {
        await using var desk = await OpenAsync();

        Assert.Equal("「荷役」は6件見つかりました", await desk.FirstLineAsync("/search 荷役"));
    }

    [Fact]
    public async Task Once_all_is_read_again_nothing_is_said()
    {
        await using var desk = await OpenAsync();
        Assert.Contains(Note, await desk.AskAsync("/search 灯台"), StringComparison.Ordinal);

        await desk.RereadAsync();

        Assert.DoesNotContain("読み直し", await desk.AskAsync("/search 灯台"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_another_series_and_what_waits_for_confirmation_are_no_reason_to_say_it()
    {
        await using var desk = await OpenAsync();
        Assert.DoesNotContain("読み直し", await desk.AskAsync("/help"), StringComparison.Ordinal);

        await using var other = await AnswerDesk.OfAsync(new FixtureBriefing { Date = Day });
        await other.StoreAsync(new FixtureBriefing { Date = Day }, series: "eu-ai", readBy: Former);
        await other.StoreAsync(new FixtureBriefing { Date = Day.AddDays(1) }, held: true, readBy: Former);

        Assert.DoesNotContain("読み直し", await other.AskAsync("/search 灯台"), StringComparison.Ordinal);
    }

    private static async Task<AnswerDesk> OpenAsync()
    {
        var desk = await AnswerDesk.OfAsync(new FixtureBriefing { Date = Day });
        await desk.StoreAsync(new FixtureBriefing { Date = Day.AddDays(-1) }, readBy: Former);
        return desk;
    }
}
