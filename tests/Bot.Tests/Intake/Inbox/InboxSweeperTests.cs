using Bot.Archive.Saving;
using Bot.Chat;
using Bot.Intake.Inbox;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Intake.Inbox;

public sealed class InboxSweeperTests : IAsyncLifetime
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
    private readonly Lines<InboxSweeper> _log = new();
    private readonly Bench _bench;
    private HostServices _host = null!;
    private InboxSweeper _sweeper = null!;

    public InboxSweeperTests() => _bench = new Bench { Time = _time };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await HostServices.OpenAsync(_bench);
        var folder = Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox")).FullName;
        _sweeper = new InboxSweeper(folder, Settle, _host.Pipeline, Locale.English, _time, _log);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task A_file_that_has_settled_is_stored_and_moved_with_its_receipt_beside_it()
    {
        Put("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        await SettleAndSweepAsync();

        Assert.False(File.Exists(InboxPath("a.md")));
        Assert.True(File.Exists(InboxPath("done/a.md")));
        Assert.Contains("us-ai 2026-01-06 new", await ReadAsync("done/a.md.receipt.txt"), StringComparison.Ordinal);
        Assert.NotNull(await LoadAsync(new DateOnly(2026, 1, 6)));
    }

    [Fact]
    public async Task D10_A_file_that_grows_is_left_until_it_stops()
    {
        var text = Markdown.Of(new DateOnly(2026, 1, 6));
        Put("a.md", text[..100]);
        await _sweeper.SweepAsync(Cancellation);
        for (var end = 200; end <= 400; end += 100)
        {
            _time.Advance(Settle);
            Put("a.md", text[..end]);
            await _sweeper.SweepAsync(Cancellation);
            Assert.True(File.Exists(InboxPath("a.md")));
        }

        Put("a.md", text);
        await SettleAndSweepAsync();

        Assert.True(File.Exists(InboxPath("done/a.md")));
        Assert.Equal(1, (await LoadAsync(new DateOnly(2026, 1, 6)))!.Revision);
    }

    [Fact]
    public async Task D10_A_file_that_its_writer_holds_open_is_taken_when_it_is_closed()
    {
        Put("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        await using (new FileStream(InboxPath("a.md"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await SettleAndSweepAsync();
            await SettleAndSweepAsync();
            Assert.True(File.Exists(InboxPath("a.md")));
            Assert.Single(_log.All, line => line.Contains("cannot be taken now", StringComparison.Ordinal));
        }

        await SettleAndSweepAsync();

        Assert.True(File.Exists(InboxPath("done/a.md")));
    }

    [Theory]
    [InlineData(".a.md")]
    [InlineData("a.md.tmp")]
    [InlineData("a.md.part")]
    [InlineData("a.md~")]
    public async Task D10_What_is_still_being_written_under_another_name_is_not_looked_at(string name)
    {
        Put(name, Markdown.Of(new DateOnly(2026, 1, 6)));

        await SettleAndSweepAsync();

        Assert.True(File.Exists(InboxPath(name)));
        Assert.Null(await LoadAsync(new DateOnly(2026, 1, 6)));
    }

    [Fact]
    public async Task D10_A_file_that_is_renamed_again_and_again_is_taken_once_under_its_last_name()
    {
        Put("0.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        for (var i = 1; i <= 50; i++)
        {
            await _sweeper.SweepAsync(Cancellation);
            _time.Advance(Settle / 2);
            File.Move(InboxPath($"{i - 1}.md"), InboxPath($"{i}.md"));
        }

        await SettleAndSweepAsync();

        Assert.Equal(["50.md", "50.md.receipt.txt"], Names("done"));
        Assert.Equal(1, (await LoadAsync(new DateOnly(2026, 1, 6)))!.Revision);
    }

    [Fact]
    public async Task A_document_without_a_date_goes_to_failed_with_the_reason()
    {
        Put("a.md", "# 題名だけ\n\n要旨。\n");

        await SettleAndSweepAsync();

        Assert.Equal(["a.md", "a.md.reason.txt"], Names("failed"));
        Assert.Contains("put the date into the title", await ReadAsync("failed/a.md.reason.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F7_Bytes_that_are_no_text_and_files_that_are_too_large_go_to_failed()
    {
        await File.WriteAllBytesAsync(InboxPath("picture.md"), [0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe], Cancellation);
        await File.WriteAllBytesAsync(InboxPath("huge.md"), new byte[(2 * 1024 * 1024) + 1], Cancellation);

        await SettleAndSweepAsync();

        Assert.Contains("UTF-8", await ReadAsync("failed/picture.md.reason.txt"), StringComparison.Ordinal);
        Assert.Contains("too large", await ReadAsync("failed/huge.md.reason.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_again_is_numbered_and_nothing_is_overwritten()
    {
        for (var day = 5; day <= 7; day++)
        {
            Put("today.md", Markdown.Of(new DateOnly(2026, 1, day)));
            await SettleAndSweepAsync();
        }

        Assert.Equal(
            ["today.2.md", "today.2.md.receipt.txt", "today.3.md", "today.3.md.receipt.txt", "today.md", "today.md.receipt.txt"],
            Names("done")
        );
        Assert.Contains("2026-01-05", await ReadAsync("done/today.md.receipt.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_twice_is_the_same_briefing()
    {
        Put("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        await SettleAndSweepAsync();
        Put("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        await SettleAndSweepAsync();

        Assert.Contains("the same as before", await ReadAsync("done/a.2.md.receipt.txt"), StringComparison.Ordinal);
        Assert.Equal(1, (await LoadAsync(new DateOnly(2026, 1, 6)))!.Revision);
    }

    [Fact]
    public async Task A_kill_between_storing_and_moving_is_made_up_for()
    {
        var text = Markdown.Of(new DateOnly(2026, 1, 6));
        await _host.Pipeline.TakeAsync(new("a.md", System.Text.Encoding.UTF8.GetBytes(text), "inbox"), Cancellation);
        Put("a.md", text);
        // The note of the attempt that died.
        Put("done/a.md.receipt.txt", "half a rec");

        await SettleAndSweepAsync();

        Assert.Equal(["a.md", "a.md.receipt.txt"], Names("done"));
        Assert.Contains("the same as before", await ReadAsync("done/a.md.receipt.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subfolder_names_the_series_and_keeps_its_own_done_and_failed()
    {
        Put("us-ai/a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        Put("eu-ai/b.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        await SettleAndSweepAsync();

        Assert.True(File.Exists(InboxPath("us-ai/done/a.md")));
        Assert.Contains("no series \"eu-ai\"", await ReadAsync("eu-ai/failed/b.md.reason.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_out_of_the_inbox_is_not_followed()
    {
        var secret = _bench.Write("secret.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        File.CreateSymbolicLink(InboxPath("a.md"), secret);

        await SettleAndSweepAsync();

        Assert.Null(await LoadAsync(new DateOnly(2026, 1, 6)));
        Assert.True(File.Exists(secret));
    }

    [Fact]
    public async Task A_far_date_is_done_and_its_receipt_says_how_to_confirm()
    {
        Put("a.md", Markdown.Of(new DateOnly(2025, 1, 6)));

        await SettleAndSweepAsync();

        Assert.Contains("confirm us-ai 2025-01-06", await ReadAsync("done/a.md.receipt.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_vanishes_is_said_once_and_its_return_too()
    {
        Directory.Delete(_sweeper.Folder);
        await _sweeper.SweepAsync(Cancellation);
        await _sweeper.SweepAsync(Cancellation);
        Assert.NotNull(_sweeper.Trouble);

        Directory.CreateDirectory(_sweeper.Folder);
        await _sweeper.SweepAsync(Cancellation);

        Assert.Null(_sweeper.Trouble);
        Assert.Equal(2, _log.All.Count);
    }

    private string InboxPath(string name) => Path.Combine(_sweeper.Folder, name);

    private void Put(string name, string text) => _bench.Write(Path.Combine("inbox", name), text);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(InboxPath(name), Cancellation);

    private IEnumerable<string> Names(string shelf) =>
        Directory.EnumerateFiles(InboxPath(shelf)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private async Task SettleAndSweepAsync()
    {
        await _sweeper.SweepAsync(Cancellation);
        _time.Advance(Settle);
        await _sweeper.SweepAsync(Cancellation);
    }

    private Task<StoredDocument?> LoadAsync(DateOnly date) =>
        _host.Services.GetRequiredService<BriefingArchive>().LoadAsync(new("us-ai", date), revision: null, Cancellation);
}
