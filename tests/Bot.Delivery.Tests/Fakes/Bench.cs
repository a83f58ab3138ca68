using System.Diagnostics.Metrics;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Planning;
using Bot.Delivery.Sending;
using Bot.Testing;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>One process of the bot over a test database: real planner, ledger and senders, a fake platform and clock.</summary>
public sealed class Bench : IAsyncDisposable
{
    public const string Series = "us-ai";

    public static readonly DateOnly Date = new(2026, 1, 6);

    private readonly ServiceProvider _services;

    /// <summary>How long a test waits, by the real clock, for what must happen.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="probes">The platform's answers when asked; null: it cannot be asked.</param>
    /// <param name="series">As configured; null: none, and all are open to all.</param>
    /// <param name="time">Null: a clock that starts shortly before the day's briefing.</param>
    /// <param name="others">Platforms in place of the usual one.</param>
    /// <param name="generation">Of the schema; null: this version's.</param>
    /// <param name="like">Makes this another process over the same database, platform and clock.</param>
    public Bench(
        TestDatabase database,
        DeliveryOptions? options = null,
        Bench? like = null,
        Action<DbContextOptionsBuilder>? configure = null,
        FakeProbes? probes = null,
        IReadOnlyList<Chat.Series>? series = null,
        FakeTimeProvider? time = null,
        IPermalinks? permalinks = null,
        IThreadFinish? finish = null,
        IReadOnlyList<FakePlatform>? others = null,
        SchemaGeneration? generation = null
    )
    {
        Database = database;
        Time = like?.Time ?? time ?? new FakeTimeProvider(new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero));
        Platform = like?.Platform ?? new FakePlatform();
        Alerts = like?.Alerts ?? new HeardAlerts();
        var parts = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(generation ?? SchemaGeneration.OfThisVersion)
            .AddSingleton<IMeterFactory, PlainMeters>()
            .AddSingleton<IOperatorAlerts>(Alerts)
            .AddSingleton<IThreadComposer>(Composer)
            .AddLogging()
            .AddArchive(database.Options, configure)
            .AddDelivery(options ?? new DeliveryOptions { Jitter = 0, CorrectionWait = TimeSpan.Zero }, series);
        foreach (var platform in others ?? [Platform])
        {
            parts.AddSingleton<IPlatform>(platform);
        }

        if (probes is not null)
        {
            parts.AddSingleton<ITokenProbe>(probes).AddSingleton<IChannelProbe>(probes).AddSingleton<IThreadProbe>(probes);
        }

        if (permalinks is not null)
        {
            parts.AddSingleton(permalinks);
        }

        if (finish is not null)
        {
            parts.AddSingleton(finish);
        }

        _services = parts.BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Time { get; }

    public FakePlatform Platform { get; }

    public LineComposer Composer { get; } = new();

    public HeardAlerts Alerts { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Adds subscriptions, one per channel <c>C1…</c> of the workspace.</summary>
    public async Task<IReadOnlyList<Subscription>> SubscribeAsync(int channels = 1, string workspace = "W", params string[] sections) =>
        await SubscribeAsync(Series, channels, workspace, sections);

    public async Task<IReadOnlyList<Subscription>> SubscribeAsync(string series, int channels, string workspace, params string[] sections)
    {
        await using var context = Database.CreateContext();
        var added = Enumerable
            .Range(1, channels)
            .Select(number => new Subscription
            {
                Platform = Platform.Id.Value,
                Workspace = workspace,
                Channel = $"C{number}",
                Series = series,
                Sections = [.. sections],
                CreatedAt = Now,
            })
            .ToList();
        context.AddRange(added);
        await context.SaveChangesAsync();
        return added;
    }

    /// <summary>Stores a briefing, or its next revision, whose Markdown is lines for the composer.</summary>
    /// <param name="unplanned">Marks it as still to be planned by whoever stored it.</param>
    /// <param name="day">Null: <see cref="Date"/>.</param>
    public async Task StoreAsync(string lines, bool held = false, string series = Series, bool unplanned = false, DateOnly? day = null)
    {
        await using var context = Database.CreateContext();
        var date = day ?? Date;
        var briefing = await context.Briefings.SingleOrDefaultAsync(row => row.Series == series && row.Date == date);
        if (briefing is null)
        {
            context.Add(
                briefing = new StoredBriefing
                {
                    Series = series,
                    Date = date,
                    ReceivedAt = Now,
                    RevisedAt = Now,
                }
            );
        }

        briefing.IsHeld = held;
        briefing.IsUnplanned = unplanned;
        briefing.Revision++;
        briefing.Revisions.Add(
            new StoredRevision
            {
                Number = briefing.Revision,
                ContentHash = $"{briefing.Revision}",
                Markdown = lines,
                Origin = "test",
                ReceivedAt = Now,
            }
        );
        await context.SaveChangesAsync();
    }

    public Task<PlanResult> PlanAsync(string series = Series, DateOnly? day = null) =>
        Get<DeliveryPlanner>().PlanAsync(new BriefingKey(series, day ?? Date), CancellationToken.None);

    /// <summary>Gives every subscription a schedule of its own.</summary>
    /// <param name="schedule">As it is stored; null: that of its series.</param>
    public async Task ScheduleAsync(string? schedule)
    {
        await using var context = Database.CreateContext();
        await context.Subscriptions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Schedule, schedule));
    }

    /// <summary>Sets the clock forward to an instant, sweeps and sends what is due by then.</summary>
    public async Task AtAsync(DateTimeOffset instant)
    {
        Time.SetUtcNow(instant);
        await SweepAsync();
        // A later issue of a channel is read once the root of the one before it is there.
        for (var before = -1; before < Platform.Log.Count; )
        {
            before = Platform.Log.Count;
            await SendAsync();
        }
    }

    /// <summary>Subscribes channels and plans a briefing with a root and two sections for them.</summary>
    public async Task PlanThreadAsync(int channels = 1, string lines = "root: news\nstartups: one\noutlook: two")
    {
        await SubscribeAsync(channels);
        await StoreAsync(lines);
        await PlanAsync();
    }

    public TokenSender Sender(string workspace = "W") => Get<Func<string, TokenSender>>()(Platform.TokenFor(workspace));

    /// <summary>A sender takes the lease, sends what is due, and releases the lease.</summary>
    public async Task SendAsync(string workspace = "W")
    {
        await ReleaseAsync();
        Assert.True(await Sender(workspace).RunOnceAsync(default, untilIdle: true));
    }

    /// <summary>The same on one of several platforms.</summary>
    public async Task SendAllAsync(FakePlatform platform)
    {
        await ReleaseAsync();
        Assert.True(await Get<Func<string, TokenSender>>()(platform.TokenFor("W")).RunOnceAsync(default, untilIdle: true));
    }

    public async Task AdvanceAndSendAsync(TimeSpan by)
    {
        Time.Advance(by);
        await SendAsync();
    }

    public Task<int> SweepAsync() => Get<SendingService>().SweepAsync(CancellationToken.None);

    /// <summary>Advances the clock until something has happened.</summary>
    public async Task UntilAsync(Func<bool> happened, TimeSpan? tick = null)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!happened())
        {
            Time.Advance(tick ?? TimeSpan.FromMilliseconds(50));
            await Task.Delay(5, deadline.Token);
        }
    }

    /// <summary>Advances the clock until the work is done, for work that waits before it retries.</summary>
    public async Task<T> PassAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(work, Task.Delay(5));
        }

        return await work;
    }

    /// <summary>As if the lease's holder had died long ago by the database's clock.</summary>
    public async Task ReleaseAsync()
    {
        await using var context = Database.CreateContext();
        await context.Leases.ExecuteUpdateAsync(set => set.SetProperty(lease => lease.ExpiresAt, DateTimeOffset.MinValue));
    }

    public async Task<IReadOnlyList<Post>> PostsAsync()
    {
        await using var context = Database.CreateContext();
        return await context.Posts.AsNoTracking().OrderBy(post => post.DeliveryId).ThenBy(post => post.Ordinal).ToListAsync();
    }

    public async Task<List<Post>> PostsAsync(string workspace)
    {
        await using var context = Database.CreateContext();
        return await context
            .Posts.AsNoTracking()
            .Where(post => context.Deliveries.Any(delivery => delivery.Id == post.DeliveryId && delivery.Workspace == workspace))
            .OrderBy(post => post.Ordinal)
            .ThenBy(post => post.Id)
            .ToListAsync();
    }

    public async Task<IReadOnlyList<StoredDelivery>> DeliveriesAsync()
    {
        await using var context = Database.CreateContext();
        return await context.Deliveries.AsNoTracking().OrderBy(delivery => delivery.Id).ToListAsync();
    }

    public async Task<string> StatesAsync() => string.Join(' ', (await PostsAsync()).Select(post => $"{post.Section}={post.State}"));

    public async Task PauseAsync(string scope)
    {
        await using var context = Database.CreateContext();
        context.Add(
            new Pause
            {
                Scope = scope,
                Reason = Reasons.PausedByAdmin,
                Since = Now,
            }
        );
        await context.SaveChangesAsync();
    }

    public async Task ResumeAsync()
    {
        await using var context = Database.CreateContext();
        await context.Pauses.ExecuteDeleteAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
