namespace Bot.Chat.Platforms;

/// <summary>How far this machine's clock is from a platform's.</summary>
/// <param name="Ahead">Ours minus theirs: positive when ours is ahead.</param>
/// <param name="Margin">How exact that is, to either side; not negative.</param>
public readonly record struct ClockSkew(TimeSpan Ahead, TimeSpan Margin)
{
    /// <summary>Signatures of requests are refused at five minutes; a person is told long before that.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Certainly further off than <see cref="Tolerance"/>.</summary>
    public bool IsOff => Ahead.Duration() - Margin > Tolerance;

    /// <summary>Amount and direction: <c>6 min 40 s ahead of slack</c>.</summary>
    /// <param name="platform">The platform's name.</param>
    public LocalizedText Told(string platform)
    {
        var texts = (Japanese: Texts.In(Locale.Japanese), English: Texts.In(Locale.English));
        var key = Ahead > TimeSpan.Zero ? "ClockAhead" : "ClockBehind";
        return new LocalizedText(
            texts.Japanese.Format(key, platform, Amount(texts.Japanese)), texts.English.Format(key, platform, Amount(texts.English)));
    }

    private string Amount(Texts texts)
    {
        var off = Ahead.Duration();
        return off >= TimeSpan.FromHours(1)
            ? texts.Format("ClockHours", (long)off.TotalHours, off.Minutes)
            : texts.Format("ClockMinutes", off.Minutes, off.Seconds);
    }
}
