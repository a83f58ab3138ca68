using System.Globalization;
using Bot.Archive;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;
using Bot.Web.Channel;
using Bot.Web.Rendering;
using Bot.Web.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Web.Tests.Channel;

public sealed class WebPlatformTests
{
    private static readonly string Payload = WebRenderer.Render(Samples.News()).ToJson();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_root_is_a_thread_of_its_own_and_replies_go_into_it(TestDatabase database)
    {
        var platform = On(database);

        var root = Assert.IsType<SendOutcome.Sent>(await platform.SendAsync(Request("root", 1), Cancellation));
        var reply = Assert.IsType<SendOutcome.Sent>(await platform.SendAsync(Request("news", 1, root.ThreadId), Cancellation));

        Assert.Equal(root.MessageId, root.ThreadId);
        await using var context = database.CreateContext();
        var row = await context.WebMessages.SingleAsync(message => message.ThreadId != null, Cancellation);
        Assert.Equal(root.MessageId, row.ThreadId?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(reply.MessageId, row.Id.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(database.Clock.Now, row.PostedAt);
    }

    [Theory, BothDatabases]
    public async Task A_repeat_of_a_key_is_the_same_message(TestDatabase database)
    {
        var platform = On(database);

        var first = await platform.SendAsync(Request("root", 1), Cancellation);
        var again = await platform.SendAsync(Request("root", 1), Cancellation);

        Assert.Equal(first, again);
        await using var context = database.CreateContext();
        Assert.Equal(1, await context.WebMessages.CountAsync(Cancellation));
    }

    [Theory, BothDatabases]
    public async Task Many_at_once_with_one_key_are_one_message(TestDatabase database)
    {
        var platform = On(database);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => platform.SendAsync(Request("root", 1), Cancellation), Cancellation))
        );

        var sent = outcomes.OfType<SendOutcome.Sent>().ToList();
        Assert.NotEmpty(sent);
        Assert.Single(sent.Distinct());
        await using var context = database.CreateContext();
        Assert.Equal(1, await context.WebMessages.CountAsync(Cancellation));
    }

    [Theory, BothDatabases]
    public async Task A_key_is_found_or_provably_absent(TestDatabase database)
    {
        var platform = On(database);
        var sent = Assert.IsType<SendOutcome.Sent>(await platform.SendAsync(Request("root", 1), Cancellation));

        Assert.Equal(new FindOutcome.Found(sent.MessageId, sent.ThreadId), await platform.FindAsync(Request("root", 1), Cancellation));
        Assert.Equal(new FindOutcome.Absent(), await platform.FindAsync(Request("root", 2), Cancellation));
    }

    [Theory, BothDatabases]
    public async Task An_edit_replaces_the_content_and_can_be_repeated(TestDatabase database)
    {
        var platform = On(database);
        var sent = Assert.IsType<SendOutcome.Sent>(await platform.SendAsync(Request("root", 1), Cancellation));
        var edit = Request("root", 1) with { Payload = WebRenderer.Render(Samples.Outlook()).ToJson() };

        Assert.IsType<SendOutcome.Sent>(await platform.EditAsync(edit, sent.MessageId, Cancellation));
        Assert.IsType<SendOutcome.Sent>(await platform.EditAsync(edit, sent.MessageId, Cancellation));

        await using var context = database.CreateContext();
        var row = await context.WebMessages.SingleAsync(Cancellation);
        Assert.Equal(edit.Payload, row.Payload);
        Assert.Equal(database.Clock.Now, row.EditedAt);
    }

    [Theory, BothDatabases]
    public async Task Deleting_is_repeatable_and_what_is_gone_cannot_be_edited_or_answered(TestDatabase database)
    {
        var platform = On(database);
        var sent = Assert.IsType<SendOutcome.Sent>(await platform.SendAsync(Request("root", 1), Cancellation));

        Assert.IsType<SendOutcome.Sent>(await platform.DeleteAsync(WebChannel.Default, null, sent.MessageId, Cancellation));
        Assert.IsType<SendOutcome.Sent>(await platform.DeleteAsync(WebChannel.Default, null, sent.MessageId, Cancellation));

        Assert.Equal(RejectReason.ThreadGone, Rejected(await platform.EditAsync(Request("root", 1), sent.MessageId, Cancellation)));
        Assert.Equal(RejectReason.ThreadGone, Rejected(await platform.SendAsync(Request("news", 1, sent.MessageId), Cancellation)));
    }

    [Theory, BothDatabases]
    public async Task A_thread_id_that_is_no_thread_and_a_foreign_payload_are_rejected(TestDatabase database)
    {
        var platform = On(database);

        Assert.Equal(RejectReason.ThreadGone, Rejected(await platform.SendAsync(Request("news", 1, "1700000000.000001"), Cancellation)));
        Assert.Equal(
            RejectReason.PayloadRefused,
            Rejected(await platform.SendAsync(Request("root", 1) with { Payload = "{\"blocks\":[]}" }, Cancellation))
        );
    }

    [Fact]
    public async Task A_locked_database_asks_for_a_retry_and_a_cancelled_call_is_unknown()
    {
        await using var database = await TestDatabase.CreateAsync(Archive.Setup.DatabaseProvider.Sqlite);
        var refusing = new WebPlatform(new Refusing(new SqliteException("database is locked", 5)), database.Clock);
        var broken = new WebPlatform(new Refusing(new TimeoutException()), database.Clock);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.IsType<SendOutcome.RetryAfter>(await refusing.SendAsync(Request("root", 1), Cancellation));
        Assert.IsType<FindOutcome.RetryAfter>(await refusing.FindAsync(Request("root", 1), Cancellation));
        Assert.IsType<SendOutcome.Unknown>(await broken.SendAsync(Request("root", 1), Cancellation));
        Assert.IsType<SendOutcome.Unknown>(await On(database).SendAsync(Request("root", 1), cancelled.Token));
    }

    private static WebPlatform On(TestDatabase database) => new(database.Contexts, database.Clock);

    private static RejectReason Rejected(SendOutcome outcome) => Assert.IsType<SendOutcome.Rejected>(outcome).Reason;

    private static SendRequest Request(string section, int part, string? thread = null) =>
        new(WebChannel.Default, thread, PostKey.Of(1, Samples.Series, Samples.Date, section, part), Payload, default);

    private sealed class Refusing(Exception failure) : IDbContextFactory<ArchiveContext>
    {
        public ArchiveContext CreateDbContext() => throw failure;
    }
}
