using System.Text;
using Bot.Chat.Answering;
using Bot.Chat.Commands;

namespace Bot.Chat.Tests.Answering;

public sealed class CommandServiceTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Desk _desk = new();

    [Fact]
    public async Task A_kept_answer_is_given_again_without_asking_the_handler()
    {
        Assert.Equal("funding xai 1", await _desk.AnswerAsync(Desk.Asked("funding", "xai")));
        Assert.Equal("funding xai 1", await _desk.AnswerAsync(Desk.Asked("funding", "xai", user: "U2")));
        Assert.Single(_desk.Handled);
    }

    [Fact]
    public async Task An_answer_about_one_person_is_never_given_to_another_from_what_is_kept()
    {
        using var desk = new Desk();
        desk.Handler = call => Task.FromResult(Desk.Says($"for {call.User} {desk.Handled.Count}"));

        Assert.Equal("for U1 1", await desk.AnswerAsync(Desk.Asked("catchup", user: "U1")));
        Assert.Equal("for U2 2", await desk.AnswerAsync(Desk.Asked("catchup", user: "U2")));
        Assert.Equal("for U1 3", await desk.AnswerAsync(Desk.Asked("catchup", user: "U1")));
        // What depends on nobody is still shared.
        Assert.Equal(await desk.AnswerAsync(Desk.Asked("funding", user: "U1")), await desk.AnswerAsync(Desk.Asked("funding", user: "U2")));
    }

    [Fact]
    public async Task Each_answer_is_noted_with_the_time_of_its_question_also_a_kept_one_but_no_failure()
    {
        using var desk = new Desk();
        var first = desk.Clock.GetUtcNow();
        desk.Handler = call =>
        {
            desk.Clock.Advance(TimeSpan.FromMilliseconds(5));
            return call.Name == "watch" ? throw new InvalidOperationException() : Task.FromResult(Desk.Says("told"));
        };

        await desk.AnswerAsync(Desk.Asked("funding", user: "U1"));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.AnswerAsync(Desk.Asked("funding", user: "U2"));
        await desk.AnswerAsync(Desk.Asked("watch", user: "U3"));

        Assert.Equal(first, desk.Answers["U1"]);
        Assert.Equal(first + TimeSpan.FromMilliseconds(1005), desk.Answers["U2"]);
        Assert.False(desk.Answers.ContainsKey("U3"));
        Assert.Single(desk.Handled, call => call.Name == "funding");
    }

    [Fact]
    public async Task A_new_archive_version_makes_the_answer_anew()
    {
        await _desk.AnswerAsync(Desk.Asked("funding", "xai"));
        _desk.Current++;
        Assert.Equal("funding xai 2", await _desk.AnswerAsync(Desk.Asked("funding", "xai")));
    }

    [Fact]
    public async Task An_answer_in_another_form_is_neither_kept_nor_taken_from_what_is_kept()
    {
        await _desk.AnswerAsync(Desk.Asked("funding", "xai"));
        Assert.Equal("funding xai 2", await _desk.AnswerAsync(Desk.Asked("funding", "xai") with { MayBeKept = false }));
        Assert.Equal("funding xai 1", await _desk.AnswerAsync(Desk.Asked("funding", "xai")));
    }

    [Fact]
    public async Task A_failed_answer_is_an_apology_and_is_not_kept()
    {
        _desk.Handler = _ => throw new InvalidOperationException("broken");
        Assert.Contains("Something went wrong", await _desk.AnswerAsync(Desk.Asked("funding")), StringComparison.Ordinal);
        _desk.Handler = null;
        Assert.Equal("funding  2", await _desk.AnswerAsync(Desk.Asked("funding")));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_rendered_is_an_apology()
    {
        var rendered = 0;
        var answer = await _desk.Questions.AskAsync(
            Desk.Asked("funding"),
            (reply, call) => rendered++ == 0 ? throw new InvalidOperationException("broken") : Desk.Render(reply, call),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("Something went wrong", Encoding.UTF8.GetString(answer.Now!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_request_that_changes_something_acts_once()
    {
        Assert.Equal("watch x 1", await _desk.AnswerAsync(Desk.Asked("watch", "x", request: "R7")));
        Assert.Equal("nothing", await _desk.AnswerAsync(Desk.Asked("watch", "x", request: "R7")));
        Assert.Equal("watch x 2", await _desk.AnswerAsync(Desk.Asked("watch", "x", request: "R8")));
    }

    [Fact]
    public async Task A_repeated_reading_request_is_answered_again_unless_it_acts()
    {
        await _desk.AnswerAsync(Desk.Asked("funding", "x"));
        Assert.Equal("funding x 1", await _desk.AnswerAsync(Desk.Asked("funding", "x")));
        var shared = Desk.Asked("funding", "x", request: "S1") with { ActsOnce = true, MayBeKept = false };
        Assert.Equal("funding x 2", await _desk.AnswerAsync(shared));
        Assert.Equal("nothing", await _desk.AnswerAsync(shared));
    }

    [Fact]
    public async Task The_platform_is_asked_who_is_an_admin_only_for_commands_of_admins()
    {
        var asked = 0;
        ValueTask<bool> IsAdmin(CancellationToken cancellationToken) => new(++asked == 2);
        await _desk.AnswerAsync(Desk.Asked("funding") with { IsAdmin = IsAdmin });
        Assert.Equal(0, asked);
        Assert.Contains(
            "Only admins",
            await _desk.AnswerAsync(Desk.Asked("briefing") with { IsAdmin = IsAdmin }),
            StringComparison.Ordinal
        );

        // The refused request was not used up: the same one from an admin acts.
        Assert.StartsWith("briefing", await _desk.AnswerAsync(Desk.Asked("briefing") with { IsAdmin = IsAdmin }), StringComparison.Ordinal);
        Assert.True(Assert.Single(_desk.Handled, call => call.Name == "briefing").IsAdmin);
    }

    [Fact]
    public async Task E6_A_slow_answer_comes_later_and_the_asker_is_not_kept_waiting()
    {
        var slow = new TaskCompletionSource<Reply>();
        _desk.Handler = _ => slow.Task;
        var asking = _desk.Questions.AskAsync(Desk.Asked("funding"), Desk.Render, TestContext.Current.CancellationToken);
        _desk.Clock.Advance(TimelyAnswers.Limit);
        var answer = await asking.AsTask().WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.Null(answer.Now);
        slow.SetResult(Desk.Says("at last"));
        var parts = await answer.Later!.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.Equal("at last", Encoding.UTF8.GetString(Assert.Single(parts)));
    }

    [Fact]
    public async Task E8_A_person_who_asks_too_much_is_told_and_nobody_else_is()
    {
        using var desk = new Desk(new AskingOptions { PerUserPerMinute = 2 });
        await desk.AnswerAsync(Desk.Asked("funding", user: "U1"));
        await desk.AnswerAsync(Desk.Asked("funding", user: "U1"));
        Assert.Contains("a lot of questions", await desk.AnswerAsync(Desk.Asked("funding", user: "U1")), StringComparison.Ordinal);
        Assert.StartsWith("funding", await desk.AnswerAsync(Desk.Asked("funding", user: "U2")), StringComparison.Ordinal);
    }

    public void Dispose() => _desk.Dispose();
}
