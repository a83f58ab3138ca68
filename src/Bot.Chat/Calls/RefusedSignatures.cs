using System.Globalization;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Chat.Calls;

/// <summary>
/// Tells why requests of a platform are not believed: each reason once, and again only after a request was believed meanwhile
/// and an hour has passed. Anybody can send such requests, so that more lines would only help whoever does.
/// </summary>
/// <param name="key">The setting that a wrong signature may come from.</param>
public sealed partial class RefusedSignatures(PlatformId platform, string key, TimeProvider time, ILogger logger)
{
    /// <summary>Between two lines of one reason.</summary>
    public static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private Telling _timeOff;
    private Telling _mismatch;

    /// <summary>A request was judged.</summary>
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
            Log.TimeOff(logger, platform.Value, Math.Round(Math.Abs(off.TotalSeconds)).ToString(CultureInfo.InvariantCulture), off < TimeSpan.Zero ? "behind" : "ahead of");
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
        [LoggerMessage(1130, LogLevel.Warning,
            "A request from {Platform} was refused: time off by {Seconds} s (it is {Side} this machine's clock). If it goes on, set the clock of this machine")]
        public static partial void TimeOff(ILogger logger, string platform, string seconds, string side);

        [LoggerMessage(1131, LogLevel.Warning,
            "A request that says to come from {Platform} was refused: the signature does not match. If commands go unanswered, check {Key}; a stranger's request can be ignored")]
        public static partial void Mismatch(ILogger logger, string platform, string key);
    }
}
