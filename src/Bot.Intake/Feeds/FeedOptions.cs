using System.ComponentModel.DataAnnotations;
using Bot.Chat.Options;

namespace Bot.Intake.Feeds;

/// <summary>An address that is asked again and again for one Markdown document.</summary>
public sealed class FeedOptions : IRules
{
    /// <summary>http or https. Credentials do not belong in it.</summary>
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
            yield return new(nameof(Url), new(
                "http:// か https:// で始まるアドレスにしてください",
                "must be an address that begins with http:// or https://"));
        }
        else if (Url is { UserInfo.Length: > 0 })
        {
            yield return new(nameof(Url), new(
                "アドレスに利用者名やパスワードを書かないでください",
                "must not carry a user name or password"));
        }

        if (FeedRhythm.CronOf(Every) is null)
        {
            yield return new(nameof(Every), new(
                "1時間を割り切る分（1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30分）か、1日を割り切る時間（1, 2, 3, 4, 6, 8, 12, 24時間）にしてください（例 00:15:00）",
                "must be minutes that divide an hour (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30) or hours that divide a day (1, 2, 3, 4, 6, 8, 12, 24), for example 00:15:00"));
        }
    }
}
