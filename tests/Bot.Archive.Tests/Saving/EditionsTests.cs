using Bot.Archive.Entities;
using Bot.Archive.Installations;
using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Chat;
using Bot.Testing.Briefings;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Tests.Saving;

public sealed class EditionsTests
{
    private static readonly DateOnly Day = new(2026, 1, 6);
    private static readonly BriefingKey Morning = new("us-ai", Day);
    private static readonly BriefingKey Evening = new("us-ai", Day, "evening");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_second_of_a_day_leaves_every_row_of_the_first(TestDatabase database)
    {
        var first = await SaveAsync(database, Morning, new FixtureBriefing { Date = Day });
        var before = await RowsAsync(database, first.BriefingId);

        var second = await SaveAsync(database, Evening, OtherBriefing.Of(Day));

        Assert.Equal(SaveStatus.Created, second.Status);
        Assert.Equal(before, await RowsAsync(database, first.BriefingId));
        Assert.NotEmpty(await RowsAsync(database, second.BriefingId));
        Assert.Equal([Morning, Evening], (await LikeAsync(database, new FixtureBriefing { Date = Day })).Select(edition => edition.Key));
        Assert.Equal(Morning, (await database.Archive.NewestBeforeAsync(Evening, Cancel))!.Key);
        Assert.Null(await database.Archive.NewestBeforeAsync(Morning, Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_document_is_compared_with_every_edition_of_its_day(TestDatabase database)
    {
        var fixture = new FixtureBriefing { Date = Day };
        await SaveAsync(database, Morning, fixture);
        await SaveAsync(database, Evening, OtherBriefing.Of(Day), held: HoldReason.Gate);
        await SaveAsync(database, Morning with { Date = Day.AddDays(1) }, fixture with { Date = Day.AddDays(1) });

        var same = await LikeAsync(database, fixture);
        var corrected = await LikeAsync(database, fixture with { Technology = fixture.Technology.Take(2).ToList() });
        var stranger = await LikeAsync(database, OtherBriefing.Of(Day) with { Rounds = [] });

        Assert.Equal([(true, false), (false, true)], same.Select(edition => (edition.IsSame, edition.IsHeld)));
        Assert.Equal(1, same[0].Shared);
        Assert.Equal(0, same[1].Shared);
        Assert.Equal((false, 1.0), (corrected[0].IsSame, corrected[0].Shared));
        Assert.Equal((0.0, 1.0), (stranger[0].Shared, stranger[1].Shared));
    }

    [Theory, BothDatabases]
    public async Task Labels_that_return_every_day_and_shared_references_are_nothing_in_common(TestDatabase database)
    {
        var fixture = new FixtureBriefing { Date = Day };
        await SaveAsync(database, Morning, fixture);

        var like = await LikeAsync(
            database,
            OtherBriefing.Of(Day) with
            {
                References = fixture.References,
                Comparison =
                [
                    ["比較軸", "昔", "今"],
                    ["**置き場所**", "机の上の大きな箱", "手のひら"],
                    ["**学ぶもの**", "升目の数字", "匂い"],
                ],
            }
        );

        Assert.Equal(0, Assert.Single(like).Shared);
    }

    [Theory, BothDatabases]
    public async Task A_sample_is_no_edition(TestDatabase database)
    {
        await database.Archive.SaveAsync(Request(Morning, new FixtureBriefing { Date = Day }) with { IsSample = true }, Cancel);

        Assert.Empty(await LikeAsync(database, OtherBriefing.Of(Day)));
    }

    [Theory, BothDatabases]
    public async Task A_held_one_takes_another_edition_that_is_free(TestDatabase database)
    {
        await SaveAsync(database, Morning, new FixtureBriefing { Date = Day });
        await SaveAsync(database, Evening, OtherBriefing.Of(Day), held: HoldReason.OtherDocument);

        Assert.False(await database.Archive.MoveAsync(Evening, "", Cancel));
        Assert.False(await database.Archive.MoveAsync(Morning, "noon", Cancel));
        Assert.True(await database.Archive.MoveAsync(Evening, "night", Cancel));
        Assert.Equal(
            [(Evening with { Edition = "night" }, HoldReason.OtherDocument)],
            (await database.Archive.HeldAsync(null, 9, Cancel)).Select(one => (one.Key, one.HeldFor!.Value))
        );
    }

    [Theory, BothDatabases]
    public async Task Why_a_briefing_is_held_follows_its_newest_revision(TestDatabase database)
    {
        await SaveAsync(database, Morning, new FixtureBriefing { Date = Day }, held: HoldReason.Gate);
        await SaveAsync(database, Morning, new FixtureBriefing { Date = Day, Headline = "別の見出し" }, held: HoldReason.NoSections);
        await database.Archive.HoldAsync(Morning, HoldReason.TooManyPosts, Cancel);
        Assert.Equal(HoldReason.NoSections, Assert.Single(await database.Archive.HeldAsync("us-ai", 9, Cancel)).HeldFor);

        await database.Archive.ConfirmAsync(Morning, deliver: false, Cancel);
        Assert.Empty(await database.Archive.HeldAsync("us-ai", 9, Cancel));

        await database.Archive.HoldAsync(Morning, HoldReason.TooManyPosts, Cancel);
        Assert.Equal(HoldReason.TooManyPosts, Assert.Single(await database.Archive.HeldAsync("us-ai", 9, Cancel)).HeldFor);
        Assert.Empty(await database.Archive.HeldAsync("eu-ai", 9, Cancel));
    }

    [Theory, BothDatabases]
    public async Task The_post_of_an_edition_is_its_own(TestDatabase database)
    {
        var address = new Chat.Platforms.ChannelAddress(Chat.Platforms.PlatformId.Slack, "T1", "C1");
        var subscription = new Subscription
        {
            Platform = "slack",
            Workspace = "T1",
            Channel = "C1",
            Series = "us-ai",
        };
        await using (var context = database.CreateContext())
        {
            context.AddRange(subscription, new Payload { Hash = "h", Content = "c" });
            await context.SaveChangesAsync(Cancel);
        }

        foreach (var key in new[] { Morning, Evening })
        {
            var saved = await SaveAsync(database, key, new FixtureBriefing { Date = Day, Headline = key.Day });
            await using var context = database.CreateContext();
            var delivery = new StoredDelivery
            {
                SubscriptionId = subscription.Id,
                BriefingId = saved.BriefingId,
                Token = "slack:T1",
                Platform = "slack",
                Workspace = "T1",
                Channel = "C1",
                Series = key.Series,
                Date = key.Date,
                Edition = key.Edition,
            };
            delivery.Posts.Add(
                new Post
                {
                    Key = key.Day,
                    Section = Bot.Chat.Platforms.PostKey.Root,
                    PayloadHash = "h",
                    State = PostState.Sent,
                    MessageId = key.Day,
                }
            );
            context.Add(delivery);
            await context.SaveChangesAsync(Cancel);
        }

        var threads = new PostedThreads(database.Contexts);
        Assert.Equal("2026-01-06", await threads.RootAsync(address, Morning, Cancel));
        Assert.Equal("2026-01-06/evening", await threads.RootAsync(address, Evening, Cancel));
        Assert.Null(await threads.RootAsync(address, Morning with { Edition = "noon" }, Cancel));
    }

    private static Task<IReadOnlyList<StoredEdition>> LikeAsync(TestDatabase database, FixtureBriefing briefing)
    {
        var reading = briefing.Read();
        return database.Archive.EditionsLikeAsync("us-ai", Day, reading.Briefing, reading.Source, Cancel);
    }

    private static Task<SaveResult> SaveAsync(TestDatabase database, BriefingKey key, FixtureBriefing briefing, HoldReason? held = null) =>
        database.Archive.SaveAsync(Request(key, briefing) with { IsHeld = held is not null, HeldFor = held }, Cancel);

    private static SaveRequest Request(BriefingKey key, FixtureBriefing briefing) =>
        new()
        {
            Series = key.Series,
            Date = key.Date,
            Edition = key.Edition,
            Reading = briefing.Read(),
            ReadBy = new BriefingReader().Stamp,
            Origin = "cli",
        };

    private static async Task<List<string>> RowsAsync(TestDatabase database, int briefing)
    {
        await using var context = database.CreateContext();
        var items = await context
            .Items.Where(item => item.BriefingId == briefing && item.GoneInRevision == null)
            .OrderBy(item => item.Id)
            .Select(item => $"{item.Id} {item.Kind} {item.Headline}")
            .ToListAsync(Cancel);
        var mentions = await context
            .Mentions.Where(mention => mention.BriefingId == briefing)
            .OrderBy(mention => mention.Id)
            .Select(mention => $"{mention.Id} {mention.CompanyKey} {mention.Role}")
            .ToListAsync(Cancel);
        return [.. items, .. mentions];
    }
}
