using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Alerts;

public sealed class AlertLedgerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 6, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task It_opens_once_until_it_is_resolved_whoever_raises_it(TestDatabase database)
    {
        var ledger = new AlertLedger(database.Contexts);

        var opened = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => OpenAsync(ledger, Now))));
        Assert.Single(opened, first => first);
        Assert.False(await OpenAsync(ledger, Now.AddDays(1)));
        var open = Assert.Single(await ledger.OpenOnesAsync(10, Cancel));
        Assert.Equal((Now, 3, "invalid_auth", null), (open.RaisedAt, open.Posts, open.Detail, open.ResolvedAt));

        Assert.Equal(1, await ledger.ResolveAsync("token:slack:T1", null, Now, Cancel));
        Assert.Equal(0, await ledger.ResolveAsync("token:slack:T1", null, Now, Cancel));
        Assert.True(await OpenAsync(ledger, Now.AddDays(2)));
    }

    [Theory, BothDatabases]
    public async Task One_of_several_processes_tells_it_and_an_unfinished_telling_is_due_again(TestDatabase database)
    {
        var ledger = new AlertLedger(database.Contexts);
        await OpenAsync(ledger, Now);
        var alert = Assert.Single(await ledger.UntoldAsync(Now, 10, Cancel));

        var claims = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => ledger.ClaimAsync(alert, Now.AddMinutes(2), Cancel)))
        );

        Assert.Single(claims, mine => mine);
        Assert.Empty(await ledger.UntoldAsync(Now.AddMinutes(1), 10, Cancel));
        var again = Assert.Single(await ledger.UntoldAsync(Now.AddMinutes(2), 10, Cancel));
        Assert.Equal(1, again.Attempts);
        await ledger.RecordAsync(again, Telling.Told, Telling.NotWanted, Now);
        Assert.Empty(await ledger.UntoldAsync(Now.AddDays(1), 10, Cancel));
    }

    [Theory, BothDatabases]
    public async Task What_opened_anew_while_it_was_told_is_not_marked_as_told(TestDatabase database)
    {
        var ledger = new AlertLedger(database.Contexts);
        await OpenAsync(ledger, Now);
        var alert = Assert.Single(await ledger.UntoldAsync(Now, 10, Cancel));
        await ledger.ResolveAsync(alert.Subject, alert.Reason, Now, Cancel);
        await OpenAsync(ledger, Now.AddMinutes(1));

        await ledger.RecordAsync(alert, Telling.Told, Telling.Told, Now);

        Assert.Equal(Telling.Waiting, Assert.Single(await ledger.OpenOnesAsync(10, Cancel)).Channel);
    }

    private static Task<bool> OpenAsync(AlertLedger ledger, DateTimeOffset at) =>
        ledger.OpenAsync(
            new OperatorAlert("token-refused", "token:slack:T1", "invalid_auth") { Posts = 3 },
            at,
            Telling.Waiting,
            Telling.NotWanted,
            Cancel
        );
}
