using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Processes;

/// <summary>The bot's own host as a child process, with the startup hook in it.</summary>
public sealed partial class Child : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool isDisposed;

    private Child(Process process, string trace, bool isRead)
    {
        (this.process, Trace) = (process, trace);
        process.OutputDataReceived += (_, line) => OnLine(line.Data);
        process.ErrorDataReceived += (_, line) => OnLine(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The bot exited.\n{Transcript}"));
        process.EnableRaisingEvents = true;
        if (isRead)
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
    }

    /// <summary>File that the hook appends the checkpoints to.</summary>
    public string Trace { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public string Transcript => string.Join('\n', lines);

    /// <param name="folder">The caller's folder.</param>
    /// <param name="trace">See <see cref="Trace"/>.</param>
    /// <param name="isRead">False: nobody reads its output, so the pipes fill up.</param>
    /// <param name="arguments">Of the bot's command line; none: <c>serve</c>.</param>
    public static Child Start(
        string folder, string trace, IReadOnlyDictionary<string, string> settings, KillOrder? order, bool isRead, params string[] arguments)
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

    /// <summary>Where it serves, once it does.</summary>
    public Task<Uri> AddressAsync() => address.Task.WaitAsync(Swift.Deadline);

    /// <summary>Its exit code: 128 + 9 when it was killed.</summary>
    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Swift.Deadline);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The bot did not end.\n{Transcript}");
        }

        return process.ExitCode;
    }

    public void Signal(int signal) => _ = Kill(process.Id, signal);

    /// <summary>SIGKILL from outside: at whatever instant it is.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            Signal(KillOrder.Kill);
        }

        await ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            await KillAsync();
            process.Dispose();
        }
    }

    private void OnLine(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (AddressPattern().Match(line) is { Success: true } match)
        {
            address.TrySetResult(new Uri(match.Value));
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressPattern();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
