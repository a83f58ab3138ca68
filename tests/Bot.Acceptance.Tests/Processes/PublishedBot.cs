using System.Diagnostics;

namespace Bot.Acceptance.Tests.Processes;

/// <summary>The published bot: the folder in BOT_PUBLISHED, or one published once for this run.</summary>
public sealed class PublishedBot : IAsyncLifetime
{
    private string? _temporary;

    /// <summary>Path of Bot.dll.</summary>
    public string Assembly { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var folder = Environment.GetEnvironmentVariable("BOT_PUBLISHED");
        if (string.IsNullOrEmpty(folder))
        {
            folder = _temporary = Directory.CreateTempSubdirectory("bot-published-").FullName;
            await PublishAsync(folder);
        }

        Assembly = Path.Combine(folder, "Bot.dll");
    }

    public ValueTask DisposeAsync()
    {
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static async Task PublishAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = SourceTree.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "publish", "src/Bot", "-c", "Release", "-o", folder, "-v", "quiet" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet publish failed:\n{await output}\n{await errors}");
    }
}
