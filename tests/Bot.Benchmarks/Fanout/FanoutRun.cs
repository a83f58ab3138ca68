using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Installations;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Trees;
using Bot.Delivery;
using Bot.Delivery.Planning;
using Bot.Discord;
using Bot.Discord.Setup;
using Bot.Slack;
using Bot.Slack.Sending;
using Bot.Slack.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Benchmarks.Fanout;

/// <summary>
/// Posts a job to all its channels as the bot does: planned, through the ledger on SQLite, the platform's own pace, nothing
/// left out. Run by the fan-out harness: <c>node fanout/run.mjs --name ours --cmd "dotnet PATH/TO/Bot.Benchmarks.dll fanout" --platform
/// discord</c>,
/// or <c>--platform slack --slack-burst 1</c>.
/// </summary>
internal static class FanoutRun
{
    private const string Series = "bench";

    private static readonly DateOnly Date = new(2026, 1, 6);

    public static async Task<int> RunAsync()
    {
        var job = FanoutJob.FromEnvironment();
        var folder = Directory.CreateTempSubdirectory("bot-fanout-");
        try
        {
            await using var services = Services(job, Path.Combine(folder.FullName, "bot.db"));
            await services.GetRequiredService<ArchiveMigrator>().MigrateAsync(CancellationToken.None);
            await SeedAsync(services, job);
            await ReadyAsync(services);
            await services.GetRequiredService<DeliveryPlanner>().PlanAsync(new(Series, Date), CancellationToken.None);
            var sending = services.GetRequiredService<SendingService>();
            await sending.StartAsync(CancellationToken.None);
            var failed = await UntilDoneAsync(services);
            await sending.StopAsync(CancellationToken.None);
            Console.WriteLine(FormattableString.Invariant($"{{\"errors\":{failed}}}"));
            return failed == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ServiceProvider Services(FanoutJob job, string file)
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IThreadComposer>(new JobComposer(job))
            .AddLogging()
            .AddMetrics()
            .AddArchive(new ArchiveOptions { ConnectionString = $"Data Source={file}" })
            .AddDelivery(new DeliveryOptions { Poll = TimeSpan.FromMilliseconds(200) });
        services.TryAddSingleton<IInstallations, KeptInMemory>();
        return (
            job.Platform switch
            {
                "discord" => services.AddDiscord(
                    new DiscordOptions
                    {
                        Token = FanoutJob.Variable("DISCORD_TOKEN"),
                        ApplicationId = "1000000000000000002",
                        ApiBaseUrl = new Uri(FanoutJob.Variable("DISCORD_API_BASE").TrimEnd('/') + "/v10/"),
                    }
                ),
                "slack" => services.AddSlack(
                    new SlackOptions
                    {
                        BotToken = FanoutJob.Variable("SLACK_TOKEN"),
                        ApiBaseUrl = new Uri(FanoutJob.Variable("SLACK_API_BASE")),
                        // The harness has no limit over all channels.
                        WorkspacePerMinute = 0,
                    }
                ),
                _ => throw new InvalidOperationException($"No platform {job.Platform}."),
            }
        ).BuildServiceProvider();
    }

    /// <summary>What the harness' own answers name: Slack's auth.test, Discord's guild.</summary>
    private static string WorkspaceOf(FanoutJob job) => job.Platform == "slack" ? "T0001BENCH" : "1100000000000000001";

    /// <summary>Slack's token has said which workspace it is of.</summary>
    private static async Task ReadyAsync(IServiceProvider services)
    {
        if (services.GetService<ConfiguredInstallation>() is { } installation)
        {
            await installation.StartAsync(CancellationToken.None);
            await installation.ExecuteTask!;
        }
    }

    private static async Task SeedAsync(IServiceProvider services, FanoutJob job)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync();
        var now = TimeProvider.System.GetUtcNow();
        var briefing = new StoredBriefing
        {
            Series = Series,
            Date = Date,
            ReceivedAt = now,
            RevisedAt = now,
            Revision = 1,
        };
        briefing.Revisions.Add(
            new StoredRevision
            {
                Number = 1,
                ContentHash = "1",
                Markdown = job.Title,
                Origin = "bench",
                ReceivedAt = now,
            }
        );
        context.Add(briefing);
        context.AddRange(
            job.Channels.Select(channel => new Subscription
            {
                Platform = job.Platform,
                Workspace = WorkspaceOf(job),
                Channel = channel,
                Series = Series,
                CreatedAt = now,
            })
        );
        await context.SaveChangesAsync();
    }

    /// <summary>Posts that did not arrive.</summary>
    private static async Task<int> UntilDoneAsync(IServiceProvider services)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<ArchiveContext>>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await timer.WaitForNextTickAsync())
        {
            await using var context = await contexts.CreateDbContextAsync();
            if (!await context.Deliveries.AnyAsync(delivery => delivery.State == DeliveryState.Open))
            {
                return await context.Posts.CountAsync(post => post.State != PostState.Sent);
            }
        }

        return 0;
    }

    /// <summary>The job's texts as they are.</summary>
    private sealed class JobComposer(FanoutJob job) : IThreadComposer
    {
        public IReadOnlyList<ComposedPost> Compose(ThreadRequest request) =>
            [
                new ComposedPost(PostKey.Root, Said(job.Root) with { ThreadName = job.Title }),
                .. job.Sections.Select((text, at) => new ComposedPost(FormattableString.Invariant($"other-{at}"), Said(text))),
            ];

        public Message ComposeWithdrawn(ThreadRequest request, string section) => Said("-");

        private static Message Said(string text) => new([Nodes.Paragraph(text)]) { Locale = Locale.Japanese };
    }
}
