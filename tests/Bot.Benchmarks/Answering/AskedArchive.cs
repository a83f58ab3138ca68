using System.Diagnostics;
using System.Text;
using Bot.Answers;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Installations;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Benchmarks.Storing;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Discord.Rendering;
using Bot.Slack.Rendering;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Answering;

/// <summary>An archive that is asked as a platform asks: no answer is kept, nobody is limited. Questions come one after another.</summary>
internal sealed class AskedArchive : IAsyncDisposable
{
    private const int WarmUp = 10;

    /// <summary>Thirty calls make the runtime compile a method well, a little later.</summary>
    private const int Calls = 40;

    private readonly ServiceProvider _services;
    private readonly ArchiveOptions _options;
    private readonly StatementTimes _statements;
    private readonly CommandService _desk;
    private readonly CommandReader _reader;
    private long _rendering;
    private bool _failed;

    public AskedArchive(ArchiveOptions options)
    {
        _options = options;
        _statements = new StatementTimes(options);
        _services = new ServiceCollection()
            .AddLogging()
            .AddMetrics()
            .AddSingleton(TimeProvider.System)
            .AddArchive(options, builder => builder.AddInterceptors(_statements.Interceptors))
            .AddSingleton(new BriefingReader())
            .AddSingleton(new SeriesCatalogue([new Series(ArchiveSeeder.Series, "US AI", TimeZoneInfo.Utc)], TimeProvider.System))
            .AddSingleton<IPostedThreads, PostedThreads>()
            .AddSingleton<IPermalinks>(new NoLinks(PlatformId.Slack))
            .AddSingleton<IPermalinks>(new NoLinks(PlatformId.Discord))
            .AddSingleton<IInbox, InboxStore>()
            .AddSingleton<IArchiveVersion, ArchiveVersion>()
            .AddAnswers()
            .AddCommands()
            .AddAnswering(new AskingOptions { KeptAnswersMegabytes = 0, PerUserPerMinute = 0 })
            .BuildServiceProvider();
        _desk = _services.GetRequiredService<CommandService>();
        _reader = _services.GetRequiredService<CommandReader>();
    }

    /// <summary>
    /// The cost of a question to two archives, asked by turns, so that whatever else the machine does is the same for both.
    /// </summary>
    /// <param name="isAnew">The archive changes before each question.</param>
    public static async Task<Comparison> CompareAsync(
        AskedArchive few,
        AskedArchive many,
        AskedLine asked,
        PlatformId platform,
        bool isAnew
    )
    {
        var (one, other) = (new Costs(), new Costs());
        var times = isAnew ? Math.Max(10, asked.Times / 5) : asked.Times;
        for (var time = -Math.Min(WarmUp, times); time < times; time++)
        {
            await few.AskAsync(asked.Line, platform, isAnew, time < 0 ? null : one);
            await many.AskAsync(asked.Line, platform, isAnew, time < 0 ? null : other);
        }

        return new Comparison(one.Summary(), other.Summary());
    }

    /// <summary>Asks a line so often that it is compiled as in a process that runs for a while.</summary>
    /// <returns>False: the bot failed to answer; that it does not understand is an answer.</returns>
    public async Task<bool> WarmUpAsync(AskedLine asked)
    {
        for (var time = 0; time < Math.Min(asked.Times, Calls); time++)
        {
            await AskAsync(asked.Line, time % 2 == 0 ? PlatformId.Slack : PlatformId.Discord, isAnew: time % 20 == 0, costs: null);
            if (_failed)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the time of a question goes on Slack after the archive has changed, in µs.</summary>
    public async Task<Shares> SharesAsync(AskedLine asked)
    {
        var costs = new Costs();
        var rendering = 0L;
        var times = Math.Max(10, asked.Times / 5);
        for (var time = 0; time < times; time++)
        {
            await ChangeAsync();
            _statements.Begin();
            await AskAsync(asked.Line, PlatformId.Slack, isAnew: false, costs);
            _statements.End();
            rendering += _rendering;
        }

        var (statements, spent) = (_statements.Count / (double)times, _statements.Spent.TotalMicroseconds / times);
        var sql = await _statements.ReplayAsync() / times;
        var rendered = Stopwatch.GetElapsedTime(0, rendering).TotalMicroseconds / times;
        var whole = costs.Wall.Average() * 1000;
        return new Shares(statements, sql, spent - sql, rendered, whole - rendered - spent);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _statements.DisposeAsync();
        if (_options.SqliteFile() is { } file)
        {
            await using var pooled = new SqliteConnection(_options.ConnectionString);
            SqliteConnection.ClearPool(pooled);
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private async Task AskAsync(string line, PlatformId platform, bool isAnew, Costs? costs)
    {
        if (isAnew)
        {
            await ChangeAsync();
        }

        var busy = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        var call = _reader.Read(line, Locale.Japanese)! with { Platform = platform, Workspace = "W1", Channel = "C1", User = "U1" };
        var answer = await _desk.AskAsync(
            new Question(call, "1"),
            platform == PlatformId.Slack ? RenderSlack : RenderDiscord,
            CancellationToken.None
        );
        if (answer.Later is not null)
        {
            await answer.Later;
        }

        costs?.Add(Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - busy);
    }

    private List<byte[]> RenderSlack(Reply reply, CommandCall call) =>
        Timed(reply, () => SlackRenderer.Render(SharedAnswer.Offer(reply, call)));

    private List<byte[]> RenderDiscord(Reply reply, CommandCall call) =>
        Timed(reply, () => DiscordRenderer.Render(SharedAnswer.Offer(reply, call)).Select(part => part.ToPayload()));

    private List<byte[]> Timed(Reply reply, Func<IEnumerable<string>> render)
    {
        _failed = reply.Failed;
        var began = Stopwatch.GetTimestamp();
        List<byte[]> parts = [.. render().Select(Encoding.UTF8.GetBytes)];
        _rendering = Stopwatch.GetTimestamp() - began;
        return parts;
    }

    /// <summary>As if a briefing had come in.</summary>
    private async Task ChangeAsync()
    {
        await using var context = await _services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync();
        await context
            .ChangeCounts.Where(count => count.Name == ChangeCount.Briefings)
            .ExecuteUpdateAsync(set => set.SetProperty(count => count.Number, count => count.Number + 1));
    }

    private sealed class NoLinks(PlatformId platform) : IPermalinks
    {
        public PlatformId Platform => platform;

        public ValueTask<Uri?> OfRootAsync(ChannelAddress channel, string messageId, CancellationToken cancellationToken) =>
            new((Uri?)null);

        public ValueTask<Uri?> OfReplyAsync(ChannelAddress channel, string rootId, string messageId, CancellationToken cancellationToken) =>
            new((Uri?)null);
    }
}
