using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Processes;

/// <summary>The bot's own host as a child process, with the startup hook in it.</summary>
public sealed partial class Child : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly List<(string Part, TaskCompletionSource Said)> _awaited = [];

    private bool _isDisposed;

    private Child(Process process, string trace, bool isRead)
    {
        (_process, Trace) = (process, trace);
        process.OutputDataReceived += (_, line) => OnLine(line.Data);
        process.ErrorDataReceived += (_, line) => OnLine(line.Data);
        process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The bot exited.\n{Transcript}"));
        process.EnableRaisingEvents = true;
        if (isRead)
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
    }

    /// <summary>File to which the hook appends the checkpoints.</summary>
    public string Trace { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Transcript => string.Join('\n', _lines);

    /// <param name="folder">The caller's folder.</param>
    /// <param name="trace">See <see cref="Trace"/>.</param>
    /// <param name="isRead">False: nobody reads its output, so the pipes fill up.</param>
    /// <param name="arguments">Of the bot's command line; none: <c>serve</c>.</param>
    public static Child Start(
        string folder,
        string trace,
        IReadOnlyDictionary<string, string> settings,
        KillOrder? order,
        bool isRead,
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
        start.ArgumentList.Add(Built.Host);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        start.Environment["DOTNET_STARTUP_HOOKS"] = Built.Hook;
        start.Environment["BOT_FAULT_TRACE"] = trace;
        order?.Write(start.Environment);
        return new Child(Process.Start(start)!, trace, isRead);
    }

    /// <summary>Its address, once it serves.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(Swift.Deadline);

    /// <summary>Once a line of its output has this part.</summary>
    public Task SaidAsync(string part)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
        {
            _awaited.Add((part, said));
            if (_lines.Any(line => line.Contains(part, StringComparison.Ordinal)))
            {
                said.TrySetResult();
            }
        }

        return said.Task.WaitAsync(Swift.Deadline);
    }

    /// <summary>Its exit code: 128 + 9 if it was killed.</summary>
    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Swift.Deadline);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The bot did not end.\n{Transcript}");
        }

        return _process.ExitCode;
    }

    public void Signal(int signal) => _ = Kill(_process.Id, signal);

    /// <summary>SIGKILL from outside, at whatever point it has reached.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            Signal(KillOrder.Kill);
        }

        await ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await KillAsync();
            _process.Dispose();
        }
    }

    private void OnLine(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_awaited)
        {
            _lines.Enqueue(line);
            _awaited
                .FindAll(awaited => line.Contains(awaited.Part, StringComparison.Ordinal))
                .ForEach(awaited => awaited.Said.TrySetResult());
        }

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
