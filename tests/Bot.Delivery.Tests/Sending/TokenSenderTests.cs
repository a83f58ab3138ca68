using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Sending;

public class TokenSenderTests
{
    [Theory, BothDatabases]
    public async Task A_planned_briefing_arrives_as_a_thread_in_order(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync(channels: 3);

        await bench.SendAsync();

        foreach (var thread in bench.Platform.Log.GroupBy(message => message.Channel))
        {
            Assert.Equal(["<p>news</p>", "<p>one</p>", "<p>two</p>"], thread.Select(message => message.Payload));
            Assert.Null(thread.First().Thread);
            var root = bench.Platform.Log.ToList().IndexOf(thread.First()) + 1;
            Assert.All(thread.Skip(1), reply => Assert.Equal($"t{root}", reply.Thread));
        }

        Assert.Equal(9, bench.Platform.Log.Count);
        Assert.All(await bench.PostsAsync(), post => Assert.Equal((PostState.Sent, 1), (post.State, post.Attempts)));
        Assert.All(
            await bench.PostsAsync(),
            post => Assert.Equal(post.MessageId, bench.Platform.Log.Single(message => message.Key == post.Key).Id)
        );
        Assert.All(await bench.DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Done, delivery.State));
    }

    [Theory, BothDatabases]
    public async Task Sending_again_sends_nothing(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();

        await bench.PlanAsync();
        await bench.SendAsync();

        Assert.Equal(3, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task A_lost_answer_is_looked_up_and_not_sent_again(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (_, count) => count == 1 ? Reaction.AcceptAndLose : throw new InvalidOperationException("sent again");
        await bench.PlanThreadAsync();

        await bench.SendAsync();
        Assert.Equal("root=Uncertain startups=Planned outlook=Planned", await bench.StatesAsync());
        Assert.Empty(bench.Platform.Looks);
        for (var step = 0; step < 3; step++)
        {
            await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(10));
        }

        Assert.Equal("root=Sent startups=Sent outlook=Sent", await bench.StatesAsync());
        Assert.All(await bench.PostsAsync(), post => Assert.Equal(Reasons.Found, post.Reason));
        Assert.Equal(3, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task A_request_that_never_arrived_goes_out_again_after_two_look_ups(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (_, count) => count == 1 ? Reaction.Lose : Reaction.Accept;
        await bench.PlanThreadAsync(lines: "root: news");

        await bench.SendAsync();
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("root=Uncertain", await bench.StatesAsync());
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(49));
        Assert.Single(bench.Platform.Looks);
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("root=Sent", await bench.StatesAsync());
        Assert.Equal(2, bench.Platform.Looks.Count);
        Assert.Single(bench.Platform.Log);
    }

    [Theory, BothDatabases]
    public async Task A_platform_that_cannot_tell_parks_the_post_and_holds_back_what_follows(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (request, _) => request.Payload == "<p>one</p>" ? Reaction.Lose : Reaction.Accept;
        bench.Platform.OnFind = _ => new FindOutcome.CannotTell("no permission to read");
        await bench.PlanThreadAsync();

        await bench.SendAsync();
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(10));
        await bench.AdvanceAndSendAsync(TimeSpan.FromHours(1));

        Assert.Equal("root=Sent startups=Parked outlook=Planned", await bench.StatesAsync());
        Assert.Equal(Reasons.CannotTell, Assert.Single(bench.Alerts.All).Reason);
        bench.Time.Advance(TimeSpan.FromHours(5));
        await bench.SweepAsync();
        Assert.Equal("root=Sent startups=Parked outlook=Expired", await bench.StatesAsync());
    }

    [Theory, BothDatabases]
    public async Task A_request_to_wait_is_a_minimum(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (_, count) => count == 1 ? Reaction.Wait(TimeSpan.FromMinutes(3)) : Reaction.Accept;
        await bench.PlanThreadAsync(lines: "root: news");

        await bench.SendAsync();
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(179));
        Assert.Equal(1, bench.Platform.Requests.Values.Single());
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("root=Sent", await bench.StatesAsync());
        Assert.Equal(0, (await bench.PostsAsync())[0].Retries);
    }

    [Theory, BothDatabases]
    public async Task A_token_told_to_wait_sends_nothing_to_any_channel_until_then(TestDatabase database)
    {
        await using var bench = new Bench(
            database,
            new DeliveryOptions
            {
                Jitter = 0,
                ThreadsPerToken = 1,
                ThreadsPerWorkspace = 1,
            }
        );
        var sender = bench.Sender();
        bench.Platform.OnSend = (_, _) =>
            bench.Platform.Requests.Values.Sum() == 1 ? Reaction.Wait(TimeSpan.FromMinutes(10), RetryScope.Token) : Reaction.Accept;
        await bench.PlanThreadAsync(channels: 20, lines: "root: news");

        await sender.RunOnceAsync(default, untilIdle: true);
        bench.Time.Advance(TimeSpan.FromMinutes(9));
        await bench.ReleaseAsync();
        await sender.RunOnceAsync(default, untilIdle: true);
        Assert.Equal(1, bench.Platform.Requests.Values.Sum());

        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.ReleaseAsync();
        await sender.RunOnceAsync(default, untilIdle: true);
        Assert.Equal(20, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task A_refused_token_is_paused_with_one_alert_and_resumes_where_it_stopped(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var revoked = true;
        bench.Platform.OnSend = (request, _) =>
            request.ThreadId is not null && revoked ? Reaction.Refuse(RejectReason.TokenRefused) : Reaction.Accept;
        await bench.PlanThreadAsync(channels: 5);

        await bench.SendAsync();
        await bench.AdvanceAndSendAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(
            ("token:fake:W", Reasons.TokenRefused),
            Assert.Single(bench.Alerts.All) is var alert ? (alert.Subject, alert.Reason) : default
        );
        Assert.InRange(bench.Platform.Requests.Values.Sum(), 2, 10);
        revoked = false;
        await bench.ResumeAsync();
        await bench.SendAsync();
        Assert.All(await bench.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
        Assert.Equal(15, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task A_channel_that_is_gone_ends_its_thread_and_nobody_elses(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (request, _) =>
            request is { Channel.Channel: "C1", ThreadId: not null } ? Reaction.Refuse(RejectReason.ChannelGone) : Reaction.Accept;
        await bench.PlanThreadAsync(channels: 2);

        await bench.SendAsync();

        Assert.Equal("root=Sent startups=Failed outlook=Cancelled root=Sent startups=Sent outlook=Sent", await bench.StatesAsync());
        Assert.Equal("channel:fake:W/C1", Assert.Single(bench.Alerts.All).Subject);
        Assert.All(await bench.DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Done, delivery.State));
    }

    [Theory, BothDatabases]
    public async Task A_refused_payload_fails_alone(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (request, _) =>
            request.Payload == "<p>one</p>" ? Reaction.Refuse(RejectReason.PayloadRefused) : Reaction.Accept;
        await bench.PlanThreadAsync();

        await bench.SendAsync();

        Assert.Equal("root=Sent startups=Failed outlook=Sent", await bench.StatesAsync());
    }

    [Theory, BothDatabases]
    public async Task Without_a_root_there_are_no_replies(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (_, _) => Reaction.Refuse(RejectReason.PayloadRefused);
        await bench.PlanThreadAsync();

        await bench.SendAsync();

        Assert.Equal("root=Failed startups=Cancelled outlook=Cancelled", await bench.StatesAsync());
        Assert.Equal(1, bench.Platform.Requests.Values.Sum());
    }

    [Theory, BothDatabases]
    public async Task What_is_not_sent_within_its_window_expires(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (request, _) => request.ThreadId is null ? Reaction.Accept : Reaction.Wait(TimeSpan.FromDays(1));
        await bench.PlanThreadAsync();

        await bench.SendAsync();
        await bench.AdvanceAndSendAsync(TimeSpan.FromHours(6));

        Assert.Equal("root=Sent startups=Expired outlook=Expired", await bench.StatesAsync());
        Assert.Equal(DeliveryState.Done, Assert.Single(await bench.DeliveriesAsync()).State);
        Assert.Equal(2, bench.Platform.Requests.Count);
    }

    [Theory, BothDatabases]
    public async Task One_switch_pauses_all_sending(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync(channels: 3);
        await bench.PauseAsync(PauseScopes.All);

        await bench.SendAsync();
        Assert.Empty(bench.Platform.Requests);
        await bench.ResumeAsync();
        await bench.SendAsync();

        Assert.Equal(9, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task One_slow_channel_holds_up_nobody(TestDatabase database)
    {
        await using var bench = new Bench(
            database,
            new DeliveryOptions
            {
                Jitter = 0,
                ThreadsPerToken = 4,
                ThreadsPerWorkspace = 4,
            }
        );
        var answer = new TaskCompletionSource();
        var others = new TaskCompletionSource();
        bench.Platform.OnSend = (request, _) => request.Channel.Channel == "C1" ? Reaction.Accept with { After = answer.Task } : Accepted();
        Reaction Accepted()
        {
            if (bench.Platform.Log.Count == 98)
            {
                others.TrySetResult();
            }

            return Reaction.Accept;
        }

        await bench.PlanThreadAsync(channels: 100, lines: "root: news");

        var sending = bench.Sender().RunOnceAsync(default, untilIdle: true);
        await others.Task.WaitAsync(Bench.Patience, TestContext.Current.CancellationToken);
        answer.SetResult();
        await sending;

        Assert.Equal(100, bench.Platform.Log.Count);
        Assert.DoesNotContain(bench.Platform.Log.Take(98), message => message.Channel.Channel == "C1");
    }
}
