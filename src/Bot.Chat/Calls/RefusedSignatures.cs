using System.Globalization;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Chat.Calls;

/// <summary>
/// Logs why requests claiming to be from a platform are refused: each reason once, and again only after a valid request
/// and after an hour. Anyone can send such requests, so more lines would only help them.
/// </summary>
/// <param name="key">The setting that may cause wrong signatures.</param>
public sealed partial class RefusedSignatures(PlatformId platform, string key, TimeProvider time, ILogger logger)
{
    /// <summary>Minimum time between two lines for the same reason.</summary>
    public static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private Telling _timeOff;
    private Telling _mismatch;

    /// <summary>Records a verdict.</summary>
    public void Note(SignatureVerdict verdict)
    {
        lock (_gate)
        {
            if (verdict.IsGood)
            {
                _timeOff.Over();
                _mismatch.Over();
                return;
            }

            if (!(verdict.TimeOff is null ? ref _mismatch : ref _timeOff).IsDue(time))
            {
                return;
            }
        }

        if (verdict.TimeOff is { } off)
        {
            Log.TimeOff(
                logger,
                platform.Value,
                Math.Round(Math.Abs(off.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
                off < TimeSpan.Zero ? "behind" : "ahead of"
            );
        }
        else
        {
            Log.Mismatch(logger, platform.Value, key);
        }
    }

    private struct Telling
    {
        private long? _at;
        private bool _isOver;

        public void Over() => _isOver = true;

        public bool IsDue(TimeProvider time)
        {
            var isDue = _at is not { } at || (_isOver && time.GetElapsedTime(at) >= Rhythm);
            (_at, _isOver) = isDue ? (time.GetTimestamp(), false) : (_at, _isOver);
            return isDue;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1130,
            LogLevel.Warning,
            "A request from {Platform} was refused: time off by {Seconds} s (it is {Side} this machine's clock). If this continues, set this machine's clock"
        )]
        public static partial void TimeOff(ILogger logger, string platform, string seconds, string side);

        [LoggerMessage(
            1131,
            LogLevel.Warning,
            "A request claiming to be from {Platform} was refused: the signature does not match. If commands go unanswered, check {Key}; requests from strangers can be ignored"
        )]
        public static partial void Mismatch(ILogger logger, string platform, string key);
    }
}
