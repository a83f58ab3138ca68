using System.Diagnostics;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Delivery;
using Bot.Delivery.Planning;
using Bot.Testing.Databases;
using Markdig.Syntax;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Delivering;

/// <summary>The bot's planning and sending over an empty database, a platform that costs nothing and a briefing of nine posts.</summary>
internal sealed class DeliveryRig : IAsyncDisposable
{
    public const string Series = "us-ai";

    /// <summary>A root and eight sections.</summary>
    public const int Posts = 9;

    public static readonly DateOnly Date = new(2026, 1, 6);

    private DeliveryRig(TestDatabase database)
    {
        Database = database;
        Services = new ServiceCollection()
            .AddLogging()
            .AddMetrics()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IPlatform>(Platform)
            .AddSingleton<IThreadComposer, NinePosts>()
            .AddArchive(database.Options)
            .AddDelivery(new DeliveryOptions())
            .BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public InstantPlatform Platform { get; } = new();

    public ServiceProvider Services { get; }

    /// <summary>Processor time of this process so far.</summary>
    public static TimeSpan Processor
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Largest resident memory of this process so far, in MB.</summary>
    public static long PeakMegabytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 >> 20;
        }
    }

    /// <summary>
    /// From an argument: <c>sqlite</c> or <c>postgres</c> (its server is named by BOT_TEST_POSTGRES); null for anything else.
    /// </summary>
    public static DatabaseProvider? ProviderOf(string[] args) =>
        args switch
        {
            [] or ["sqlite"] => DatabaseProvider.Sqlite,
            ["postgres"] => DatabaseProvider.PostgreSql,
            _ => null,
        };

    /// <summary>A rig with so many channels, spread over twenty workspaces, and a briefing that nobody has planned.</summary>
    public static async Task<DeliveryRig> CreateAsync(DatabaseProvider provider, int channels)
    {
        var rig = new DeliveryRig(await TestDatabase.CreateAsync(provider));
        await using var context = rig.Database.CreateContext();
        var now = TimeProvider.System.GetUtcNow();
        var briefing = new StoredBriefing
        {
            Series = Series,
            Date = Date,
            Revision = 1,
            ReceivedAt = now,
            RevisedAt = now,
        };
        briefing.Revisions.Add(
            new StoredRevision
            {
                Number = 1,
                ContentHash = "1",
                Markdown = "",
                Origin = "benchmark",
                ReceivedAt = now,
            }
        );
        context.Add(briefing);
        context.AddRange(
            Enumerable
                .Range(0, channels)
                .Select(channel => new Subscription
                {
                    Platform = rig.Platform.Id.Value,
                    Workspace = FormattableString.Invariant($"W{channel % 20}"),
                    Channel = FormattableString.Invariant($"C{channel}"),
                    Series = Series,
                    CreatedAt = now,
                })
        );
        await context.SaveChangesAsync();
        return rig;
    }

    public Task<PlanResult> PlanAsync() =>
        Services.GetRequiredService<DeliveryPlanner>().PlanAsync(new(Series, Date), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private sealed class NinePosts : IThreadComposer
    {
        public IReadOnlyList<ComposedPost> Compose(ThreadRequest request) =>
            [
                .. Enumerable
                    .Range(0, Posts)
                    .Select(post => new ComposedPost(
                        post == 0 ? PostKey.Root : FormattableString.Invariant($"section-{post}"),
                        Empty(request.Locale)
                    )),
            ];

        public Message ComposeWithdrawn(ThreadRequest request, string section) => Empty(request.Locale);

        private static Message Empty(Locale locale) => new([new ParagraphBlock()]) { Locale = locale };
    }
}
