using Bot.Chat;
using Bot.Testing.Databases;
using Bot.Verbs;

namespace Bot.Tests.Infrastructure;

/// <summary>An empty folder with the bot in it: verbs run in-process, with captured streams and settings of the test's own.</summary>
public sealed class Bench : IDisposable
{
    /// <summary>Ends a test whose signal never comes. No test that passes takes so long, however busy the machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, string?> _settings = new(StringComparer.OrdinalIgnoreCase);
    private bool _isUsed;

    public string Folder { get; } = Directory.CreateTempSubdirectory("bot-host-").FullName;

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public Locale? Language { get; set; } = Locale.English;

    /// <summary>Whether verbs print for a person at a terminal.</summary>
    public bool IsTerminal { get; set; }

    /// <summary>Registers what the process has beyond the bot's own parts; null: nothing.</summary>
    public Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? Compose { get; set; }

    public Bench Set(string key, string? value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Writes a file into the folder and returns its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public CommandLineContext CommandLineContext(TextWriter? output = null, TextWriter? error = null)
    {
        _isUsed = true;
        return new()
        {
            Folder = Folder,
            Output = output ?? TextWriter.Null,
            Error = error ?? TextWriter.Null,
            Language = Language,
            Time = Time,
            IsTerminal = IsTerminal,
            Settings = _settings,
            Compose = Compose,
        };
    }

    /// <summary>Runs a command line to its end.</summary>
    public async Task<Outcome> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        if (
            args is ["ingest", var document, ..]
            && File.Exists(Path.Combine(Folder, document))
            && !args.Contains("--dry-run")
            && !_isUsed
            && !_settings.Keys.Any(key => key.StartsWith("Database:", StringComparison.OrdinalIgnoreCase))
        )
        {
            // How an archive comes about is tested elsewhere.
            await SqliteTemplate.WriteAsync(Path.Combine(Folder, "data", "bot.db"));
        }

        var code = await VerbTree.RunAsync(args, CommandLineContext(output, error), TestContext.Current.CancellationToken);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>How a command line ended.</summary>
public sealed record Outcome(int Code, string Output, string Error);
