namespace Bot.Chat.Platforms;

/// <summary>Difference between this machine's clock and a platform's.</summary>
/// <param name="Ahead">Ours minus theirs; positive if ours is ahead.</param>
/// <param name="Margin">Error margin in either direction; not negative.</param>
public readonly record struct ClockSkew(TimeSpan Ahead, TimeSpan Margin)
{
    /// <summary>Request signatures are refused from five minutes on; warn well before that.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Certainly off by more than <see cref="Tolerance"/>.</summary>
    public bool IsOff => Ahead.Duration() - Margin > Tolerance;

    /// <summary>Amount and direction: <c>6 min 40 s ahead of slack</c>.</summary>
    /// <param name="platform">The platform's name.</param>
    public LocalizedText Told(string platform)
    {
        var texts = (Japanese: Texts.In(Locale.Japanese), English: Texts.In(Locale.English));
        var key = Ahead > TimeSpan.Zero ? "ClockAhead" : "ClockBehind";
        return new LocalizedText(
            texts.Japanese.Format(key, platform, Amount(texts.Japanese)),
            texts.English.Format(key, platform, Amount(texts.English))
        );
    }

    private string Amount(Texts texts)
    {
        var off = Ahead.Duration();
        return off >= TimeSpan.FromHours(1)
            ? texts.Format("ClockHours", (long)off.TotalHours, off.Minutes)
            : texts.Format("ClockMinutes", off.Minutes, off.Seconds);
    }
}
