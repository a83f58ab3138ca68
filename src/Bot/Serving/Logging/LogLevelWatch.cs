using System.Security.Cryptography;
using Bot.Configuration;
using Bot.Verbs;

namespace Bot.Serving.Logging;

/// <summary>
/// Applies <c>Logging:LogLevel</c> of the operator's files while the service runs; every other key waits for the next start. Looks at what
/// the files say instead of waiting for the system's word: where a cluster mounts them, only a link behind them moves.
/// </summary>
internal sealed partial class LogLevelWatch(
    CommandLineContext commandLine,
    LogLevels levels,
    TimeProvider time,
    ILogger<LogLevelWatch> logger
) : BackgroundService
{
    public static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(5);

    private string _seen = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _seen = Fingerprint();
        using var timer = new PeriodicTimer(Rhythm, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Look();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping.
        }
    }

    private void Look()
    {
        var now = Fingerprint();
        if (now == _seen)
        {
            return;
        }

        _seen = now;
        var reading = ConfigurationReader.Read(commandLine);
        if (reading.Problems is [var problem, ..])
        {
            Log.Unusable(logger, problem.Text.English);
        }
        else if (levels.Change(reading.Options.Logging))
        {
            Log.Changed(logger, string.Join(", ", reading.Options.Logging.LogLevel.Select(level => $"{level.Key}={level.Value}")));
        }
    }

    private string Fingerprint() =>
        string.Join(' ', ConfigurationReader.FilesOf(commandLine).Select(name => FingerprintOf(commandLine.PathOf(name))));

    private static string FingerprintOf(string path)
    {
        try
        {
            return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "-";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2311, LogLevel.Information, "Log levels have changed: {Levels}")]
        public static partial void Changed(ILogger logger, string levels);

        [LoggerMessage(2312, LogLevel.Warning, "The configuration has changed and has a problem; log levels stay as they are: {Problem}")]
        public static partial void Unusable(ILogger logger, string problem);
    }
}
