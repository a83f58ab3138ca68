using Bot.Archive.Entities;
using Bot.Archive.Retention;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Tests.Retention;

public sealed class ArchiveRetentionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Rows_go_a_few_at_a_time_and_young_ones_stay(TestDatabase database)
    {
        var now = database.Clock.GetUtcNow();
        await using (var context = database.CreateContext())
        {
            context.AddRange(Enumerable.Range(0, 7).Select(number => Request($"old {number}", now.AddDays(-3))));
            context.AddRange(Enumerable.Range(0, 3).Select(number => Audited($"{number}", now.AddDays(-31))));
            context.AddRange(Enumerable.Range(0, 3).Select(number => Asker($"U{number}", now.AddDays(-500))));
            context.AddRange(Request("young", now.AddDays(-2)), Audited("young", now.AddDays(-30)), Asker("U9", now.AddDays(-400)));
            await context.SaveChangesAsync(Cancel);
        }

        var retention = Of(database, new RetentionOptions { Audit = TimeSpan.FromDays(30) });
        Assert.Equal(7, await retention.CountAsync(RetainedKind.Requests, Cancel));
        Assert.Equal([RetainedKind.Payloads, RetainedKind.Requests, RetainedKind.Audit, RetainedKind.Askers], retention.Kinds);

        Assert.Equal(new Removal(3, false), await retention.RemoveSomeAsync(RetainedKind.Requests, 3, Cancel));
        Assert.Equal(new Removal(3, false), await retention.RemoveSomeAsync(RetainedKind.Requests, 3, Cancel));
        Assert.Equal(new Removal(1, true), await retention.RemoveSomeAsync(RetainedKind.Requests, 3, Cancel));
        Assert.Equal(new Removal(2, false), await retention.RemoveSomeAsync(RetainedKind.Askers, 2, Cancel));
        Assert.Equal(new Removal(1, true), await retention.RemoveSomeAsync(RetainedKind.Askers, 2, Cancel));
        Assert.Equal(new Removal(3, true), await retention.RemoveSomeAsync(RetainedKind.Audit, 5, Cancel));

        await using var after = database.CreateContext();
        Assert.Equal(["young"], await after.Inbox.Select(row => row.Request).ToListAsync(Cancel));
        Assert.Equal(["young"], await after.Audit.Select(row => row.Target).ToListAsync(Cancel));
        Assert.Equal(["U9"], await after.Askers.Select(row => row.Person).ToListAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_thread_of_the_web_channel_goes_as_a_whole_and_only_when_all_of_it_is_old(TestDatabase database)
    {
        var now = database.Clock.GetUtcNow();
        var (old, young) = (now.AddDays(-20), now.AddDays(-2));
        await using (var context = database.CreateContext())
        {
            await ThreadAsync(context, "gone", old, old);
            await ThreadAsync(context, "answered", old, young);
            (await ThreadAsync(context, "edited", old, old)).EditedAt = young;
            await ThreadAsync(context, "young", young, young);
            await context.SaveChangesAsync(Cancel);
        }

        var retention = Of(database, new RetentionOptions { WebMessages = TimeSpan.FromDays(10) });
        Assert.Equal(2, await retention.CountAsync(RetainedKind.WebMessages, Cancel));
        Assert.Equal(new Removal(2, false), await retention.RemoveSomeAsync(RetainedKind.WebMessages, 1, Cancel));
        Assert.Equal(new Removal(0, true), await retention.RemoveSomeAsync(RetainedKind.WebMessages, 1, Cancel));

        await using var after = database.CreateContext();
        Assert.Equal(
            ["answered", "edited", "young"],
            await after.WebMessages.Where(row => row.ThreadId == null).Select(row => row.PostKey).Order().ToListAsync(Cancel)
        );
        Assert.Equal(3, await after.WebMessages.CountAsync(row => row.ThreadId != null, Cancel));
    }

    [Theory, BothDatabases]
    public async Task Its_size_is_known(TestDatabase database)
    {
        var size = await Of(database, new RetentionOptions()).SizeAsync(Cancel);

        Assert.True(size.Bytes > 100_000, $"{size}");
        Assert.True(size.Free >= 0 && size.Free < size.Bytes, $"{size}");
    }

    [Theory]
    [InlineData("6.23:59:59", "Payloads")]
    [InlineData("-1.00:00:00", "Payloads")]
    [InlineData("00:00:00", "Requests")]
    [InlineData("31.00:00:00", "Requests")]
    [InlineData("12:00:00", "Askers")]
    public void What_would_remove_too_soon_is_refused(string value, string key)
    {
        var options = new RetentionOptions();
        typeof(RetentionOptions)
            .GetProperty(key)!
            .SetValue(options, TimeSpan.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(key, Assert.Single(options.Check()).Key);
    }

    private static ArchiveRetention Of(TestDatabase database, RetentionOptions options) => new(database.Contexts, options, database.Clock);

    private static InboxEntry Request(string request, DateTimeOffset at) =>
        new()
        {
            Platform = "slack",
            Request = request,
            ReceivedAt = at,
        };

    private static AuditEntry Audited(string target, DateTimeOffset at) =>
        new()
        {
            At = at,
            Actor = "cli",
            Action = "pause",
            Target = target,
        };

    private static StoredAsker Asker(string person, DateTimeOffset at) =>
        new()
        {
            Platform = "slack",
            Workspace = "T1",
            Person = person,
            AnsweredAt = at,
        };

    /// <returns>Its reply.</returns>
    private static async Task<WebMessage> ThreadAsync(ArchiveContext context, string key, DateTimeOffset root, DateTimeOffset reply)
    {
        var first = new WebMessage
        {
            Channel = "briefings",
            PostKey = key,
            Payload = "{}",
            PostedAt = root,
        };
        context.Add(first);
        await context.SaveChangesAsync(Cancel);
        var second = new WebMessage
        {
            Channel = "briefings",
            ThreadId = first.Id,
            PostKey = key + "/1",
            Payload = "{}",
            PostedAt = reply,
        };
        context.Add(second);
        return second;
    }
}
