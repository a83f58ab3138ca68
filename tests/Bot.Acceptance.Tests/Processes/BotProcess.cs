using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Bot.Acceptance.Tests.Processes;

/// <summary>The bot as a child process, as an operator runs it. Its output is kept for the failure message.</summary>
public sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                _errors.Enqueue(line.Data);
            }
        };
        process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The bot exited.\n{Transcript}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string StandardOutput => string.Join('\n', _output);

    public string StandardError => string.Join('\n', _errors);

    public string Transcript => $"--- standard output\n{StandardOutput}\n--- standard error\n{StandardError}";

    public int Id => _process.Id;

    public static BotProcess Start(
        PublishedBot bot,
        string folder,
        IReadOnlyDictionary<string, string>? settings = null,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(bot.Assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Web__Url"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        PublishedBot bot,
        string folder,
        IReadOnlyDictionary<string, string>? settings,
        params string[] arguments
    )
    {
        await using var run = Start(bot, folder, settings, arguments);
        var code = await run.ExitAsync();
        return (code, run.StandardOutput, run.StandardError);
    }

    /// <summary>The address that the one line on standard output names.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(Deadline);

    public async Task<int> ExitAsync()
    {
        using var cancellation = new CancellationTokenSource(Deadline);
        await _process.WaitForExitAsync(cancellation.Token);
        return _process.ExitCode;
    }

    public void Signal(PosixSignal signal) => _ = Kill(_process.Id, signal == PosixSignal.SIGTERM ? 15 : 9);

    /// <summary>SIGKILL: nothing of the process runs after this.</summary>
    public async Task KillAsync()
    {
        _ = Kill(_process.Id, 9);
        await ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void OnOutput(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (AddressPattern().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Value));
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressPattern();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
