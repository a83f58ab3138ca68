using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Delivery;
using Bot.Emulators.Log;
using Bot.FaultHost.TestPlatform;
using Bot.Faults.Tests.Checking;
using Bot.Testing;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Faults.Tests.Staging;

/// <summary>One database, one platform, and as many senders in this process as a test starts.</summary>
public sealed partial class Stage : IAsyncDisposable
{
    private readonly List<Actor> _actors = [];

    private Stage(TestDatabase database, StagedPlatform chat) => (Database, Chat) = (database, chat);

    public TestDatabase Database { get; }

    public StagedPlatform Chat { get; }

    /// <summary>The platform of a test that only concerns the test chat.</summary>
    public StagedTestChat TestChat => (StagedTestChat)Chat;

    public ShiftedClock Clock { get; } = new();

    public HeardAlerts Alerts { get; } = new();

    public DeliveryOptions Options { get; } = Swift.Options();

    public TestChatSettings Settings
    {
        get => TestChat.Settings;
        set => TestChat.Settings = value;
    }

    /// <summary>Wraps the test chat's adapter in every actor: faults on this side of the wire.</summary>
    public Func<IPlatform, IPlatform> Wrap { get; set; } = platform => platform;

    /// <summary>Log sinks of every actor, in addition to the transcript.</summary>
    public List<ILoggerProvider> Sinks { get; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Stage> SetAsync(Scene scene) => new(scene.Database, await scene.StartAsync());

    public static Task<Stage> SetAsync(TestDatabase database) => SetAsync(new Scene(database, Platforms.TestChat));

    public static async Task<Stage> SetAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        await SetAsync(await TestDatabase.CreateAsync(provider));

    /// <summary>A request may take this long, on both sides of the adapter.</summary>
    public void PatientFor(TimeSpan time)
    {
        Options.SendTimeout = time;
        if (Chat is StagedTestChat chat)
        {
            chat.Settings = chat.Settings with { Timeout = time };
        }
    }

    /// <summary>Starts a bot's sending on the stage, as one process would.</summary>
    /// <param name="configure">Configures the database, last: interceptors.</param>
    public async Task<Actor> StartAsync(Action<DbContextOptionsBuilder>? configure = null)
    {
        var actor = new Actor(this, configure);
        _actors.Add(actor);
        await actor.StartAsync();
        return actor;
    }

    public ArchiveContext Context() => Database.CreateContext();

    /// <summary>Waits until the ledger reaches a state.</summary>
    public async Task<IReadOnlyList<StoredDelivery>> UntilAsync(Func<IReadOnlyList<StoredDelivery>, bool> isSo, string what)
    {
        IReadOnlyList<StoredDelivery> deliveries = [];
        await UntilAsync(async () => isSo(deliveries = await DeliveriesAsync()), what);
        return deliveries;
    }

    private async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Swift.Deadline)
            {
                Assert.Fail($"Waited in vain until {what}.\n{Timeline.Of(await HistoryAsync())}");
            }

            await timer.WaitForNextTickAsync(Cancellation);
        }
    }

    /// <summary>Waits until every delivery is done, and checks the whole history.</summary>
    /// <param name="deliveries">How many there must be; null: those that are planned.</param>
    public async Task<IReadOnlyList<StoredDelivery>> UntilDoneAsync(int? deliveries = null)
    {
        await UntilAsync(() => IsDoneAsync(deliveries), "every delivery was done");
        HistoryChecker.Verify(await HistoryAsync());
        return await DeliveriesAsync();
    }

    /// <summary>Counts only: there may be hundreds, and it is asked often.</summary>
    private async Task<bool> IsDoneAsync(int? deliveries)
    {
        await using var context = Context();
        var all = context.Deliveries.Where(delivery => delivery.Platform == Chat.Id.Value);
        return (deliveries is null || await all.CountAsync(Cancellation) == deliveries)
            && !await all.AnyAsync(delivery => delivery.State != DeliveryState.Done, Cancellation);
    }

    /// <summary>How many posts have not been attempted.</summary>
    public async Task<int> PlannedAsync()
    {
        await using var context = Context();
        return await context.Posts.CountAsync(
            post =>
                post.State == PostState.Planned
                && context.Deliveries.Any(delivery => delivery.Id == post.DeliveryId && delivery.Platform == Chat.Id.Value),
            Cancellation
        );
    }

    /// <summary>Waits until the operator was told, which happens after the ledger's commit, the signal for the other waits.</summary>
    public Task UntilToldAsync(int times = 1, string? reason = null) =>
        UntilAsync(_ => Alerts.All.Count(alert => reason is null || alert.Reason == reason) >= times, "somebody was told");

    public async Task<IReadOnlyList<StoredDelivery>> DeliveriesAsync()
    {
        await using var context = Context();
        return await context
            .Deliveries.AsNoTracking()
            .Include(delivery => delivery.Posts.OrderBy(post => post.Ordinal).ThenBy(post => post.Id))
            .Where(delivery => delivery.Platform == Chat.Id.Value)
            .OrderBy(delivery => delivery.Id)
            .ToListAsync(Cancellation);
    }

    /// <summary>Ends a pause, as an admin does.</summary>
    public async Task ResumeAsync(string scope)
    {
        await using var context = Context();
        await context.Pauses.Where(pause => pause.Scope == scope).ExecuteDeleteAsync(Cancellation);
    }

    /// <summary>A channel as the server's log and script name it.</summary>
    public string At(string workspace, string channel)
    {
        var (there, here) = Chat.Place(workspace, channel);
        return $"{there}/{here}";
    }

    /// <summary>How often the server logged something.</summary>
    public int Count(LogKind kind, string operation) => Chat.Log.All.Count(entry => entry.Kind == kind && entry.Operation == operation);

    /// <summary>What the server logged about a key, of certain kinds, in order.</summary>
    public IReadOnlyList<LogKind> Kinds(string key, params LogKind[] of) =>
        [.. Chat.Log.All.Where(entry => entry.Key == key && of.Contains(entry.Kind)).Select(entry => entry.Kind)];

    public async Task<Post> PostAsync(long delivery, int ordinal)
    {
        await using var context = Context();
        return await context.Posts.AsNoTracking().SingleAsync(post => post.DeliveryId == delivery && post.Ordinal == ordinal, Cancellation);
    }

    public async Task<History> HistoryAsync() =>
        await Histories.ReadAsync(Database, Chat, Steps) with
        {
            Secrets = [Chat.Secret],
            Papers = [.. _actors.Select(actor => actor.Transcript), .. _children.Select(child => child.Transcript)],
        };

    public async ValueTask DisposeAsync()
    {
        foreach (var actor in _actors)
        {
            await actor.DisposeAsync();
        }

        foreach (var child in _children)
        {
            await child.DisposeAsync();
        }

        _folder.Delete(recursive: true);
        await Chat.DisposeAsync();
        await Database.DisposeAsync();
    }
}
