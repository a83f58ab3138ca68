using Bot.Archive.Entities;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Installations;

public sealed class PostedThreadsTests
{
    private static readonly DateOnly Day = new(2026, 1, 6);
    private static readonly ChannelAddress Channel = new(PlatformId.Slack, "T1", "C1");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [BothDatabases("sent", "1")]
    [BothDatabases("planned", null)]
    [BothDatabases("sent recalled", null)]
    [BothDatabases("sent recalled again", "2")]
    public async Task The_root_that_stands_in_the_channel_is_found(TestDatabase database, string story, string? expected)
    {
        await StoreAsync(database, story);
        await using var process = new Process(database);
        var threads = process.Get<IPostedThreads>();

        Assert.Equal(expected, await threads.RootAsync(Channel, new("us-ai", Day), Cancel));
        Assert.Null(await threads.RootAsync(Channel, new("us-ai", Day.AddDays(1)), Cancel));
        Assert.Null(await threads.RootAsync(Channel with { Channel = "C2" }, new("us-ai", Day), Cancel));
    }

    private static async Task StoreAsync(TestDatabase database, string story)
    {
        await using var context = database.CreateContext();
        var subscription = new Subscription
        {
            Platform = "slack",
            Workspace = "T1",
            Channel = "C1",
            Series = "us-ai",
        };
        var briefing = new StoredBriefing
        {
            Series = "us-ai",
            Date = Day,
            Revision = 1,
        };
        context.AddRange(subscription, briefing, new Payload { Hash = "h", Content = "c" });
        await context.SaveChangesAsync(Cancel);
        var delivery = new StoredDelivery
        {
            SubscriptionId = subscription.Id,
            BriefingId = briefing.Id,
            Token = "slack:T1",
            Platform = "slack",
            Workspace = "T1",
            Channel = "C1",
            Series = "us-ai",
            Date = Day,
        };
        var planned = story == "planned";
        delivery.Posts.Add(Root("a", PostKind.Original, planned ? PostState.Planned : PostState.Sent, planned ? null : "1"));
        delivery.Posts.Add(
            new Post
            {
                Key = "s",
                Section = "outlook",
                PayloadHash = "h",
                State = PostState.Sent,
                MessageId = "9",
                Ordinal = 1,
            }
        );
        if (story.Contains("recalled", StringComparison.Ordinal))
        {
            delivery.Posts.Add(Root("b", PostKind.Recall, PostState.Sent, "1"));
        }

        if (story.Contains("again", StringComparison.Ordinal))
        {
            delivery.Posts.Add(Root("c", PostKind.Original, PostState.Sent, "2"));
            delivery.Posts.Add(Root("d", PostKind.Edit, PostState.Sent, "2"));
        }

        context.Add(delivery);
        await context.SaveChangesAsync(Cancel);
    }

    private static Post Root(string key, PostKind kind, PostState state, string? message) =>
        new()
        {
            Key = key,
            Section = PostKey.Root,
            Kind = kind,
            PayloadHash = "h",
            State = state,
            MessageId = message,
        };
}
