namespace Bot.Archive.Subscriptions;

/// <summary>Distinguishes a channel's subscriptions to one series. Most channels have only one, without a name.</summary>
public static class SubscriptionName
{
    /// <summary>Maximum length in UTF-16 code units.</summary>
    public const int Longest = 40;

    /// <summary>The trimmed name; null if it is too long or contains invisible characters.</summary>
    public static string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim();
        return name.Length <= Longest && !name.Any(char.IsControl) && !Chat.Text.Invisible.MayBeIn(name) ? name : null;
    }
}
