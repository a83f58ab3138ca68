using Bot.Archive.Entities;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;
using Bot.Testing.Databases;

namespace Bot.Faults.Tests.Rows;

/// <summary>Row F5; the other content rows are tested next to what reads and renders the content.</summary>
public sealed class ContentTests
{
    private static readonly DateOnly Day = new(2026, 1, 6);

    [Theory, BothDatabases]
    [Trait("Fault", "F5")]
    public async Task F5_A_build_that_splits_otherwise_finishes_a_briefing_as_it_was_frozen(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        await stage.SubscribeAsync(("T1", "c1"));
        await stage.IngestAsync(Stage.Briefing(Day));
        var planned = Assert.Single(await stage.DeliveriesAsync());
        // The previous build stops in the middle of the thread.
        stage.Chat.Script.Add(
            new Fault(Decision.Limit("1000"), null)
            {
                Operation = "send",
                Root = false,
                Skip = 1,
                Times = null,
            }
        );
        var former = await stage.StartAsync();
        await stage.Chat.Log.WaitForAsync(entry => entry.Kind == LogKind.Limited, Swift.Deadline, TestContext.Current.CancellationToken);
        await former.StopAsync();
        stage.Chat.Script.Clear();
        stage.Clock.Shift(TimeSpan.FromMinutes(20));

        stage.Wrap = platform => new SplitsOtherwise(platform);
        await stage.IngestAsync(Stage.Briefing(Day));
        await stage.StartAsync();
        var done = Assert.Single(await stage.UntilDoneAsync(1));

        Assert.Equal(planned.Posts.Select(post => (post.Key, post.PayloadHash)), done.Posts.Select(post => (post.Key, post.PayloadHash)));
        Assert.All(done.Posts, post => Assert.Equal(PostState.Sent, post.State));
        Assert.Equal(planned.Posts.Count, stage.Count(LogKind.Accepted, "send"));
    }

    /// <summary>The platform as in another version of the bot: each message has two parts.</summary>
    private sealed class SplitsOtherwise(IPlatform inner) : IPlatform
    {
        public PlatformId Id => inner.Id;

        public string TokenFor(string workspace) => inner.TokenFor(workspace);

        public IReadOnlyList<string> Render(Message message) => [.. inner.Render(message).SelectMany(part => new[] { part, part })];

        public Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken) =>
            inner.SendAsync(request, cancellationToken);

        public Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken) =>
            inner.FindAsync(request, cancellationToken);

        public Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken) =>
            inner.EditAsync(request, messageId, cancellationToken);

        public Task<SendOutcome> DeleteAsync(
            ChannelAddress channel,
            string? threadId,
            string messageId,
            CancellationToken cancellationToken
        ) => inner.DeleteAsync(channel, threadId, messageId, cancellationToken);
    }
}
