using System.ComponentModel.DataAnnotations;
using Bot.Chat.Options;

namespace Bot.Intake.Feeds;

/// <summary>An address that is polled for one Markdown document.</summary>
public sealed class FeedOptions : IRules
{
    /// <summary>http or https, without credentials.</summary>
    [Required]
    public Uri? Url { get; init; }

    /// <summary>Key of the series; null: the first one.</summary>
    public string? Series { get; init; }

    /// <summary>Whole minutes that divide an hour, or whole hours that divide a day.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Allows an address in a private, loopback or link-local network.</summary>
    public bool AllowPrivate { get; init; }

    public IEnumerable<OptionProblem> Check()
    {
        if (Url is not null && (!Url.IsAbsoluteUri || Url.Scheme is not ("http" or "https")))
        {
            yield return new(nameof(Url), IntakeTexts.Both("FeedOptions.MustBeAddressBeginsWith"));
        }
        else if (Url is { UserInfo.Length: > 0 })
        {
            yield return new(nameof(Url), IntakeTexts.Both("FeedOptions.MustNotCarryUserName"));
        }

        if (FeedRhythm.CronOf(Every) is null)
        {
            yield return new(nameof(Every), IntakeTexts.Both("FeedOptions.MustBeMinutesDivideHour"));
        }
    }
}
