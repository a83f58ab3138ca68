using Bot.Chat.Platforms;

namespace Bot.Chat.Diagnosis;

/// <summary>What <c>doctor</c> says about this machine's clock, based on the responses to its other checks.</summary>
public static class ClockFinding
{
    /// <summary>Empty if the platform has not answered.</summary>
    public static IEnumerable<Finding> Of(PlatformId platform, PlatformClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (clock.Skew is not { } skew)
        {
            yield break;
        }

        if (!skew.IsOff)
        {
            yield return new(
                Verdict.Ok,
                platform.Value,
                new(Texts.In(Locale.Japanese)["ClockRight"], Texts.In(Locale.English)["ClockRight"])
            );
            yield break;
        }

        var (japanese, english) = skew.Told(platform.Value);
        yield return new(
            Verdict.Failed,
            platform.Value,
            new(Texts.In(Locale.Japanese).Format("ClockSet", japanese), Texts.In(Locale.English).Format("ClockSet", english))
        );
    }
}
