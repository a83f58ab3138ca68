using System.Text;
using Bot.Archive.Saving;
using Bot.Intake;
using Bot.Tests.Infrastructure;
using Bot.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Verbs;

[Collection(RunningBotCollection.Name)]
public sealed class BackupVerbTests : IDisposable
{
    private readonly Bench _bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_copy_made_while_the_service_runs_has_what_was_stored_and_is_one_file()
    {
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        _bench.Set("Intake:Inbox", "inbox");
        Outcome copied;
        await using (var bot = await RunningBot.StartAsync(_bench))
        {
            var taken = await bot
                .Services.GetRequiredService<IntakePipeline>()
                .TakeAsync(new IntakeRequest("a.md", Encoding.UTF8.GetBytes(Markdown.OfToday()), Origins.CommandLine), Cancellation);
            Assert.Equal(ReceiptStatus.New, taken.Status);

            copied = await _bench.RunAsync("backup", "copies.db");
        }

        var copy = Path.Combine(_bench.Folder, "copies.db");
        Assert.Equal((ExitCode.Done, copy + "\n", ""), (copied.Code, copied.Output, copied.Error));
        Assert.Equal(["copies.db"], Directory.EnumerateFiles(_bench.Folder, "copies.db*").Select(Path.GetFileName));
        _bench.Set("Database:ConnectionString", "Data Source=copies.db");
        await using var restored = await HostServices.OpenAsync(_bench);
        Assert.Single(
            await restored.Services.GetRequiredService<BriefingArchive>().ListAsync("us-ai", before: null, count: 5, Cancellation)
        );
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_where_there_is_nothing_nothing_is_made()
    {
        var none = await _bench.RunAsync("backup", "copy.db");
        Assert.Equal(ExitCode.Failed, none.Code);
        Assert.Contains("nothing to copy", none.Error, StringComparison.Ordinal);

        await (await HostServices.OpenAsync(_bench)).DisposeAsync();
        _bench.Write("copy.db", "somebody's");
        var refused = await _bench.RunAsync("backup", "copy.db");

        Assert.Equal(ExitCode.Failed, refused.Code);
        Assert.Contains("already exists", refused.Error, StringComparison.Ordinal);
        Assert.Equal("somebody's", await File.ReadAllTextAsync(Path.Combine(_bench.Folder, "copy.db"), Cancellation));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_and_PostgreSQL_has_a_tool_of_its_own()
    {
        await (await HostServices.OpenAsync(_bench)).DisposeAsync();
        var nowhere = await _bench.RunAsync("backup", "nowhere/copy.db");
        Assert.Equal(ExitCode.Failed, nowhere.Code);
        Assert.Contains("nowhere", nowhere.Error, StringComparison.Ordinal);

        _bench.Set("Database:Provider", "PostgreSql").Set("Database:ConnectionString", "Host=127.0.0.1");
        Assert.Contains("pg_dump", (await _bench.RunAsync("backup", "copy.db")).Error, StringComparison.Ordinal);
    }
}
