using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Tests.Infrastructure;
using Bot.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Verbs;

public sealed class DeliveriesVerbsTests : IDisposable
{
    /// <summary>7:30 in Tokyo.</summary>
    private const string ListHeader = "delivery\tseries\tday\tchannel\tstate\tposts\treasons";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 5, 22, 30, 0, TimeSpan.Zero));
    private readonly Bench _bench;

    public DeliveriesVerbsTests() => _bench = new Bench { Time = _time };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task What_is_planned_is_listed_and_shown()
    {
        await IngestAsync();

        var list = await _bench.RunAsync("deliveries", "list", "--date", "2026-01-06", "--state", "planned");
        var show = await _bench.RunAsync("deliveries", "show", "1");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (list.Code, show.Code));
        Assert.Matches($"^{ListHeader}\n1\tus-ai\t2026-01-06\tweb:local/briefings\topen\tplanned [0-9]+\t\n$", list.Output);
        Assert.Contains("\n1\tus-ai\t2026-01-06\tweb:local/briefings\topen\t2026-01-05T22:30:00Z\t", show.Output, StringComparison.Ordinal);
        Assert.Contains("\troot\toriginal\tplanned\t-\t-\t0\t-\t-\n", show.Output, StringComparison.Ordinal);
        Assert.Equal(ListHeader, (await _bench.RunAsync("deliveries", "list", "--state", "parked")).Output.Trim());
        Assert.Equal(ListHeader, (await _bench.RunAsync("deliveries", "list", "--series", "eu-ai")).Output.Trim());
    }

    [Fact]
    public async Task On_a_terminal_a_person_reads_a_table_in_words_with_local_times()
    {
        await IngestAsync();
        (_bench.IsTerminal, _bench.Language) = (true, Locale.Japanese);

        var list = (await _bench.RunAsync("deliveries", "list")).Output;
        var show = (await _bench.RunAsync("deliveries", "show", "1")).Output;
        var pauses = (await _bench.RunAsync("deliveries", "pauses")).Output;

        Assert.Contains("チャンネル", list, StringComparison.Ordinal);
        Assert.Contains("これから", list, StringComparison.Ordinal);
        Assert.DoesNotContain('\t', list);
        Assert.Contains("7:30 JST", show, StringComparison.Ordinal);
        Assert.Equal("停止中のものはありません。", pauses.Trim());
    }

    [Theory]
    [InlineData("show", "99")]
    [InlineData("resend", "99")]
    [InlineData("cancel", "99")]
    [InlineData("recall", "99")]
    [InlineData("skip", "nokey")]
    [InlineData("settle", "nokey", "--drop")]
    public async Task What_is_not_there_fails_and_says_where_to_look(params string[] words)
    {
        await IngestAsync();

        var outcome = await _bench.RunAsync(["deliveries", .. words]);

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("deliveries list", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("settle", "nokey")]
    [InlineData("settle", "nokey", "--drop", "--not-sent")]
    [InlineData("list", "--date", "6.1.2026")]
    [InlineData("list", "--state", "lost")]
    [InlineData("show", "first")]
    public async Task What_is_not_meant_is_wrong_usage(params string[] words) =>
        Assert.Equal(ExitCode.WrongUsage, (await _bench.RunAsync(["deliveries", .. words])).Code);

    [Fact]
    public async Task A_cancelled_delivery_can_be_sent_again_and_all_of_it_is_audited()
    {
        await IngestAsync();

        var cancelled = await _bench.RunAsync("deliveries", "cancel", "1");
        var again = await _bench.RunAsync("deliveries", "cancel", "1");
        var resent = await _bench.RunAsync("deliveries", "resend", "1");

        Assert.Matches("^done \\([0-9]+ posts\\)\n$", cancelled.Output);
        Assert.Equal((ExitCode.Done, "it was like that already; nothing was changed"), (again.Code, again.Output.Trim()));
        Assert.Equal(cancelled.Output, resent.Output);
        Assert.Equal(["cli cancel delivery:1", "cli resend delivery:1"], await AuditAsync());
    }

    [Fact]
    public async Task One_post_is_skipped_and_a_second_time_it_is_skipped_already()
    {
        await IngestAsync();
        var key = (await _bench.RunAsync("deliveries", "show", "1")).Output.Split('\n')[5].Split('\t')[1];

        Assert.Equal("done (1 post)", (await _bench.RunAsync("deliveries", "skip", key)).Output.Trim());
        Assert.Contains("already", (await _bench.RunAsync("deliveries", "skip", key)).Output, StringComparison.Ordinal);

        Assert.Contains($"{key}\t", (await _bench.RunAsync("deliveries", "show", "1")).Output, StringComparison.Ordinal);
        Assert.Contains("cancelled 1", (await _bench.RunAsync("deliveries", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parked_post_is_settled_and_one_that_is_not_parked_is_not()
    {
        await IngestAsync();
        var key = await ParkRootAsync();

        Assert.Contains("settle", (await _bench.RunAsync("deliveries", "skip", key)).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await _bench.RunAsync("deliveries", "settle", key, "--sent", "m1", "--thread", "t1")).Code);
        Assert.Equal(ExitCode.Done, (await _bench.RunAsync("deliveries", "settle", key, "--sent", "m1")).Code);

        Assert.Contains(
            $"{key}\troot\toriginal\tsent\tsettled\tm1",
            (await _bench.RunAsync("deliveries", "show", "1")).Output,
            StringComparison.Ordinal
        );
        var other = (await _bench.RunAsync("deliveries", "show", "1")).Output.Split('\n')[5].Split('\t')[1];
        var refused = await _bench.RunAsync("deliveries", "settle", other, "--drop");
        Assert.Equal(ExitCode.Failed, refused.Code);
        Assert.Contains("the post is planned", refused.Error, StringComparison.Ordinal);
        Assert.Equal([$"cli settle post:{key}"], await AuditAsync());
    }

    [Fact]
    public async Task One_switch_pauses_everything_until_it_is_resumed()
    {
        await IngestAsync();

        Assert.Equal("done", (await _bench.RunAsync("deliveries", "pause", "all", "--because", "exam week")).Output.Trim());
        Assert.Contains("already", (await _bench.RunAsync("deliveries", "pause", "all")).Output, StringComparison.Ordinal);
        Assert.Equal(
            "scope\treason\tsince\tdetail\nall\tpaused-by-admin\t2026-01-05T22:30:00Z\texam week",
            (await _bench.RunAsync("deliveries", "pauses")).Output.Trim()
        );
        Assert.Equal("done", (await _bench.RunAsync("deliveries", "resume", "all")).Output.Trim());
        Assert.Contains("already", (await _bench.RunAsync("deliveries", "resume", "all")).Output, StringComparison.Ordinal);
        Assert.Equal("scope\treason\tsince\tdetail", (await _bench.RunAsync("deliveries", "pauses")).Output.Trim());

        var wrong = await _bench.RunAsync("deliveries", "pause", "everything");
        Assert.Equal(ExitCode.Failed, wrong.Code);
        Assert.Contains("workspace:", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(["cli pause all", "cli resume all"], await AuditAsync());
    }

    [Fact]
    public async Task The_export_is_CSV_on_standard_output()
    {
        await IngestAsync();

        var outcome = await _bench.RunAsync("deliveries", "export");

        var lines = outcome.Output.TrimEnd().Split("\r\n");
        Assert.StartsWith("delivery,series,date,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,us-ai,2026-01-06,web,local,briefings,root,1,original,1,0,", lines[1], StringComparison.Ordinal);
        Assert.True(lines.Length > 2);
    }

    private async Task IngestAsync()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        Assert.Equal(ExitCode.Done, (await _bench.RunAsync("ingest", "a.md")).Code);
    }

    private async Task<string> ParkRootAsync()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Cancel);
        await context
            .Posts.Where(post => post.Section == PostKey.Root)
            .ExecuteUpdateAsync(
                set => set.SetProperty(post => post.State, PostState.Parked).SetProperty(post => post.Reason, Reasons.CannotTell),
                Cancel
            );
        return await context.Posts.Where(post => post.Section == PostKey.Root).Select(post => post.Key).SingleAsync(Cancel);
    }

    private async Task<List<string>> AuditAsync()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Cancel);
        return await context
            .Audit.OrderBy(entry => entry.Id)
            .Select(entry => $"{entry.Actor} {entry.Action} {entry.Target}")
            .ToListAsync(Cancel);
    }
}
