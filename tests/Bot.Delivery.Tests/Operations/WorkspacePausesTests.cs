using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Delivery.Tests.Fakes;
using Bot.Delivery.Waking;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Operations;

public class WorkspacePausesTests
{
    private readonly Told _told = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_workspace_that_the_bot_was_removed_from_waits_and_is_told_once(TestDatabase database)
    {
        var pauses = Pauses(database);

        await pauses.RemovedAsync(PlatformId.Discord, "1", Cancellation);
        await pauses.RemovedAsync(PlatformId.Discord, "1", Cancellation);

        Assert.Equal(["workspace:discord:1 bot-removed"], await ScopesAsync(database));
        Assert.Equal("workspace:discord:1", Assert.Single(_told.Alerts).Subject);
        Assert.Equal(0, _told.Rings);

        await pauses.AddedAsync(PlatformId.Discord, "1", Cancellation);
        await pauses.AddedAsync(PlatformId.Discord, "1", Cancellation);
        Assert.Empty(await ScopesAsync(database));
        Assert.Equal(1, _told.Rings);
    }

    [Theory, BothDatabases]
    public async Task A_pause_of_an_admin_outlives_the_bots_return(TestDatabase database)
    {
        await using (var context = database.CreateContext())
        {
            context.Add(
                new Pause
                {
                    Scope = PauseScopes.Workspace("discord", "1"),
                    Reason = Reasons.PausedByAdmin,
                    Since = DateTimeOffset.UnixEpoch,
                }
            );
            await context.SaveChangesAsync(Cancellation);
        }

        await Pauses(database).RemovedAsync(PlatformId.Discord, "1", Cancellation);
        await Pauses(database).AddedAsync(PlatformId.Discord, "1", Cancellation);

        Assert.Equal(["workspace:discord:1 paused-by-admin"], await ScopesAsync(database));
        Assert.Empty(_told.Alerts);
    }

    /// <summary>At a start, thousands of servers are reported again: none of them takes the database's only writer.</summary>
    [Theory, BothDatabases]
    public async Task A_workspace_that_was_not_paused_costs_no_write(TestDatabase database)
    {
        await using var other = database.CreateContext();
        await using var writer = await other.Database.BeginTransactionAsync(Cancellation);
        other.Add(
            new Pause
            {
                Scope = PauseScopes.Workspace("discord", "2"),
                Reason = Reasons.PausedByAdmin,
                Since = DateTimeOffset.UnixEpoch,
            }
        );
        await other.SaveChangesAsync(Cancellation);

        await Pauses(database)
            .AddedAsync(PlatformId.Discord, "1", Cancellation)
            .WaitAsync(Bench.Patience, TimeProvider.System, Cancellation);

        Assert.Equal(0, _told.Rings);
    }

    private WorkspacePauses Pauses(TestDatabase database) =>
        new(database.Contexts, new ArchiveTransactions(database.Contexts, TimeProvider.System), _told, _told, TimeProvider.System);

    private static async Task<List<string>> ScopesAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.Pauses.Select(pause => pause.Scope + " " + pause.Reason).ToListAsync(Cancellation);
    }

    private sealed class Told : IOperatorAlerts, IAlarmClock
    {
        public List<OperatorAlert> Alerts { get; } = [];

        public int Rings { get; private set; }

        public void Raise(OperatorAlert alert) => Alerts.Add(alert);

        public void Ring(DateTimeOffset at) => Rings++;
    }
}
