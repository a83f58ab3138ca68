using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Bot.Archive.Saving;
using Bot.Chat;
using Bot.Intake.Inbox;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Intake.Inbox;

/// <summary>
/// What people, programs and archives leave in a folder. Each kind stands before a good file in the order of names, and must not stand in
/// its way.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class OddEntriesTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 1, 6);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    private static readonly string[] Complaints = ["is left where it is", "cannot be taken now", "was refused"];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
    private readonly Lines<InboxSweeper> _log = new();
    private readonly Bench _bench;
    private readonly List<IDisposable> _open = [];
    private HostServices _host = null!;
    private InboxSweeper _sweeper = null!;

    public OddEntriesTests() => _bench = new Bench { Time = _time };

    /// <summary>The kind → how often it is told, and a part of what is told.</summary>
    public static TheoryData<string, int, string> Kinds =>
        new()
        {
            { "a name in Shift-JIS", 1, "not UTF-8" },
            { "a folder with a name in Shift-JIS", 1, "not UTF-8" },
            { "a file with a name in Shift-JIS inside a series", 1, "not UTF-8" },
            { "a pipe", 1, "a pipe" },
            { "a pipe inside a series", 1, "a pipe" },
            { "a socket", 1, "a socket" },
            { "a link to a file", 1, "a symbolic link" },
            { "a link to a folder", 1, "a symbolic link" },
            { "a link to nothing", 1, "a symbolic link" },
            { "a link to itself", 1, "a symbolic link" },
            { "a link to a device", 1, "a symbolic link" },
            { "a folder called like a file", 0, "" },
            { "a folder inside a series", 1, "up one level" },
            { "a folder that nobody may enter", Environment.IsPrivilegedProcess ? 0 : 1, "cannot be looked at" },
            { "a file that nobody may read", Environment.IsPrivilegedProcess ? 0 : 1, "cannot be taken now" },
            { "a name of 251 bytes", 0, "" },
            { "a name of 255 bytes in Japanese", 0, "" },
            { "the same name of 251 bytes again", 0, "" },
            { "a name with a line end and an escape", 0, "" },
            { "a name with a right-to-left override", 0, "" },
            { "a name of blanks", 0, "" },
            { "an empty file", 1, "was refused" },
            { "a file of another encoding", 1, "was refused" },
            { "a file without an ending", 0, "" },
            { "a file that is still being written", 0, "" },
            { "a hidden file", 0, "" },
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The kinds are Linux's.");
        _host = await HostServices.OpenAsync(_bench);
        var folder = Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "us-ai"));
        _sweeper = new InboxSweeper(folder, Settle, _host.Pipeline, Locale.English, _time, _log);
    }

    public async ValueTask DisposeAsync()
    {
        _open.ForEach(one => one.Dispose());
        if (_host is not null)
        {
            // .NET cannot remove what it cannot name.
            await Shell("chmod -R u+rwx inbox; rm -rf inbox");
            await _host.DisposeAsync();
        }

        _bench.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task H24_Nothing_in_the_inbox_stands_in_the_way_of_what_comes_after_it(string kind, int tellings, string told)
    {
        await PutAsync(kind);
        _bench.Write("inbox/us-ai/zz.md", Markdown.Of(Day));
        _bench.Write("inbox/zz.md", Markdown.Of(Day.AddDays(1)));

        // A pipe that is opened would be waited for without end.
        await SweepAsync(3).WaitAsync(Bench.Patience, Cancellation);

        Assert.True(File.Exists(Path.Combine(_sweeper.Folder, "done", "zz.md")));
        Assert.True(File.Exists(Path.Combine(_sweeper.Folder, "us-ai", "done", "zz.md")));
        Assert.Null(_sweeper.Trouble);
        var complaints = _log.All.Where(line => Complaints.Any(words => line.Contains(words, StringComparison.Ordinal))).ToList();
        Assert.Equal(tellings, complaints.Count);
        Assert.All(complaints, line => Assert.Contains(told, line, StringComparison.Ordinal));
        Assert.DoesNotContain(_log.All, line => line.Any(char.IsControl));
    }

    [Theory]
    [InlineData("a name of 251 bytes")]
    [InlineData("a name of 255 bytes in Japanese")]
    [InlineData("the same name of 251 bytes again")]
    public async Task H24_A_name_of_any_length_is_put_away_with_its_receipt_and_taken_once(string kind)
    {
        await PutAsync(kind);

        await SweepAsync(3);

        var done = Directory.GetFiles(Path.Combine(_sweeper.Folder, "done")).Select(path => Path.GetFileName(path)!).ToList();
        Assert.Equal(2 * _log.All.Count(line => line.Contains("Inbox:", StringComparison.Ordinal)), done.Count);
        Assert.Equal(done.Count / 2, done.Count(name => name.EndsWith(".receipt.txt", StringComparison.Ordinal)));
        Assert.All(done, name => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 1, 255));
        Assert.Equal(
            1,
            (
                await _host
                    .Services.GetRequiredService<BriefingArchive>()
                    .LoadAsync(new("us-ai", Day.AddDays(-1)), revision: null, Cancellation)
            )!.Revision
        );
    }

    [Fact]
    public async Task H24_What_cannot_be_taken_is_counted_until_it_is_gone()
    {
        await PutAsync("a pipe");
        await SweepAsync(2);
        Assert.Equal(1, _sweeper.Left);

        File.Delete(Path.Combine(_sweeper.Folder, "a.md"));
        await SweepAsync(1);
        Assert.Equal(0, _sweeper.Left);

        await PutAsync("a pipe");
        await SweepAsync(1);
        Assert.Equal(2, _log.All.Count);
    }

    private async Task SweepAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _sweeper.SweepAsync(Cancellation);
            _time.Advance(Settle);
        }
    }

    private async Task PutAsync(string kind)
    {
        const string ShiftJis = "$(printf '\\203\\145\\203X\\203g')";
        var text = Markdown.Of(Day.AddDays(-1));
        _bench.Write("good.txt", text);
        switch (kind)
        {
            case "a name in Shift-JIS":
                await Shell($"cp good.txt inbox/\"{ShiftJis}.md\"");
                break;
            case "a folder with a name in Shift-JIS":
                await Shell($"mkdir inbox/\"{ShiftJis}\"");
                break;
            case "a file with a name in Shift-JIS inside a series":
                await Shell($"cp good.txt inbox/us-ai/\"{ShiftJis}.md\"");
                break;
            case "a pipe":
                await Shell("mkfifo inbox/a.md");
                break;
            case "a pipe inside a series":
                await Shell("mkfifo inbox/us-ai/a.md");
                break;
            case "a socket":
                Listen("a.md");
                break;
            case "a link to a file":
                await Shell("ln -s ../good.txt inbox/a.md");
                break;
            case "a link to a folder":
                await Shell("ln -s .. inbox/a");
                break;
            case "a link to nothing":
                await Shell("ln -s nowhere inbox/a.md");
                break;
            case "a link to itself":
                await Shell("ln -s a.md inbox/a.md");
                break;
            case "a link to a device":
                await Shell("ln -s /dev/zero inbox/a.md");
                break;
            case "a folder called like a file":
                await Shell("mkdir inbox/a.md");
                break;
            case "a folder inside a series":
                await Shell("mkdir inbox/us-ai/a");
                break;
            case "a folder that nobody may enter":
                await Shell("mkdir inbox/a; chmod 000 inbox/a");
                break;
            case "a file that nobody may read":
                await Shell("cp good.txt inbox/a.md; chmod 000 inbox/a.md");
                break;
            case "a name of 251 bytes":
                _bench.Write($"inbox/{new string('a', 248)}.md", text);
                break;
            case "a name of 255 bytes in Japanese":
                _bench.Write($"inbox/{new string('\u3042', 84)}.md", text);
                break;
            case "the same name of 251 bytes again":
                await AgainAsync($"{new string('a', 248)}.md", text);
                break;
            case "a name with a line end and an escape":
                _bench.Write("inbox/a\n\u001b[2Jforged: all is well.md", text);
                break;
            case "a name with a right-to-left override":
                _bench.Write("inbox/a\u202Edm.exe", text);
                break;
            case "a name of blanks":
                _bench.Write("inbox/  ", text);
                break;
            case "an empty file":
                _bench.Write("inbox/a.md", "");
                break;
            case "a file of another encoding":
                await File.WriteAllBytesAsync(Path.Combine(_sweeper.Folder, "a.md"), [0x83, 0x65, 0x83, 0x58], Cancellation);
                break;
            case "a file without an ending":
                _bench.Write("inbox/a", text);
                break;
            case "a file that is still being written":
                _bench.Write("inbox/a.md.part", text);
                break;
            case "a hidden file":
                _bench.Write("inbox/.a.md", text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    /// <summary>Its name is taken on the shelf already.</summary>
    private async Task AgainAsync(string name, string text)
    {
        _bench.Write($"inbox/{name}", text);
        await SweepAsync(2);
        _bench.Write($"inbox/{name}", text);
    }

    /// <summary>Bound by a short way: a socket's path has hardly a hundred characters.</summary>
    private void Listen(string name)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _open.Add(socket);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_sweeper.Folder, name)));
    }

    private async Task Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = _bench.Folder })!;
        await shell.WaitForExitAsync(Cancellation);
        Assert.Equal(0, shell.ExitCode);
    }
}
