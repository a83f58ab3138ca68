using Bot.Archive.Setup;
using Bot.Chat.Options;

namespace Bot.Archive.Retention;

/// <summary>
/// How long what nothing depends on any more is kept. Zero: for ever. Briefings, and what was sent when, are always kept; whatever an open
/// delivery, a look-up or a correction needs stays whatever its age.
/// </summary>
public sealed class RetentionOptions : IRules
{
    public const string Section = "Retention";

    /// <summary>
    /// Contents of posts of finished deliveries: without them a correction is still recognized and sent, but nothing old can be resent.
    /// Zero, or at least <see cref="Shortest"/>; default 90 days.
    /// </summary>
    public TimeSpan Payloads { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Threads of the built-in web channel whose delivery is finished. Zero, or at least <see cref="Shortest"/>; default zero.</summary>
    public TimeSpan WebMessages { get; set; }

    /// <summary>Ids of requests that changed something, so that a repeated one acts once. 1 to 30 days; default 2 days.</summary>
    public TimeSpan Requests { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Who changed what, when. Zero, or at least a day; default zero.</summary>
    public TimeSpan Audit { get; set; }

    /// <summary>When each person last got an answer. Zero, or at least a day; default 400 days.</summary>
    public TimeSpan Askers { get; set; } = TimeSpan.FromDays(400);

    /// <summary>No payload or web message is removed sooner: an operator who comes back from a week off can still resend.</summary>
    public static TimeSpan Shortest { get; } = TimeSpan.FromDays(7);

    private static TimeSpan Day { get; } = TimeSpan.FromDays(1);

    public IEnumerable<OptionProblem> Check()
    {
        foreach (
            var (key, value, shortest) in new (string, TimeSpan, TimeSpan)[]
            {
                (nameof(Payloads), Payloads, Shortest),
                (nameof(WebMessages), WebMessages, Shortest),
                (nameof(Audit), Audit, Day),
                (nameof(Askers), Askers, Day),
            }
        )
        {
            if (value != TimeSpan.Zero && value < shortest)
            {
                yield return new(key, ArchiveTexts.Both("RetentionOptions.TooShort", $"{shortest:c}"));
            }
        }

        if (Requests < Day || Requests > TimeSpan.FromDays(30))
        {
            yield return new(nameof(Requests), ArchiveTexts.Both("RetentionOptions.Requests"));
        }
    }
}
