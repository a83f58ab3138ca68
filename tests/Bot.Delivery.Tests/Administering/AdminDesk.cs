using System.Diagnostics.Metrics;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Delivery.Planning;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Delivery.Tests.Administering;

/// <summary>The administering command over a test database, with a platform and a probe that answer as the test says.</summary>
public sealed class AdminDesk : IAsyncDisposable
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    private readonly ServiceProvider _services;
    private readonly CommandDispatcher _dispatcher;
    private readonly TestDatabase _database;

    public AdminDesk(TestDatabase database, params IReadOnlyList<Series> series)
    {
        _database = database;
        series = series.Count > 0 ? series : [new Series("us-ai", "US AI", Tokyo)];
        var clock = new TestClock(new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero));
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new SeriesCatalogue(series, clock))
            .AddSingleton<IMeterFactory, PlainMeters>()
            .AddSingleton<IPlatform>(new FakePlatform())
            .AddSingleton<IChannelProbe>(Probe)
            .AddSingleton<IThreadComposer>(new LineComposer())
            .AddLogging()
            .AddArchive(database.Options)
            .AddDelivery(new DeliveryOptions(), series)
            .AddCommands()
            .BuildServiceProvider();
        _dispatcher = _services.GetRequiredService<CommandDispatcher>();
    }

    public ScriptedProbe Probe { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The reply as text, preceded by a mark that says whether it was done.</summary>
    public async Task<string> AskAsync(
        string text,
        Locale locale = Locale.English,
        string channel = "C1",
        string workspace = "W",
        bool isAdmin = true
    )
    {
        var reply = await ReplyAsync(text, locale, channel, workspace, isAdmin);
        Assert.True(reply.Private);
        return (reply.Succeeded ? "ok: " : "no: ") + TextRenderer.Render(reply.Message).TrimEnd();
    }

    public Task<Reply> ReplyAsync(
        string text,
        Locale locale = Locale.English,
        string channel = "C1",
        string workspace = "W",
        bool isAdmin = true
    ) =>
        _dispatcher.DispatchAsync(
            new CommandCall("briefing-admin", text, locale)
            {
                Platform = new PlatformId("fake"),
                Workspace = workspace,
                Channel = channel,
                User = "U7",
                IsAdmin = isAdmin,
            },
            TestContext.Current.CancellationToken
        );

    /// <summary>Active subscriptions as <c>us-ai C1 startups,outlook English</c>.</summary>
    public async Task<string> SubscriptionsAsync()
    {
        await using var context = _database.CreateContext();
        var rows = await context
            .Subscriptions.Where(row => row.IsActive)
            .OrderBy(row => row.Channel)
            .ThenBy(row => row.Series)
            .ToListAsync();
        return string.Join(
            '\n',
            rows.Select(row => $"{row.Series} {row.Workspace}/{row.Channel} {string.Join(',', row.Sections)} {row.Locale}")
        );
    }

    public async Task<List<string>> AuditAsync()
    {
        await using var context = _database.CreateContext();
        return await context.Audit.OrderBy(entry => entry.Id).Select(entry => $"{entry.Actor} {entry.Action} {entry.Target}").ToListAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

public sealed class ScriptedProbe : IChannelProbe
{
    public PlatformId Platform { get; } = new("fake");

    public ChannelProbe Answer { get; set; } = new(Usable: true);

    public List<string> Asked { get; } = [];

    /// <summary>The send options of the posts that the probe was asked about.</summary>
    public List<SendOptions> AskedFor { get; } = [];

    public Task<ChannelProbe> ProbeAsync(ChannelAddress channel, IReadOnlyList<SendOptions> posts, CancellationToken cancellationToken)
    {
        Asked.Add(channel.ToString());
        AskedFor.AddRange(posts);
        return Task.FromResult(Answer with { Name = Answer.Name ?? $"channel-{channel.Channel}" });
    }
}
