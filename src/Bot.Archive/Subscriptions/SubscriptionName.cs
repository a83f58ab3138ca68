namespace Bot.Archive.Subscriptions;

/// <summary>What tells a channel's subscriptions to one series apart; most channels have one, which has none.</summary>
public static class SubscriptionName
{
    /// <summary>In UTF-16 code units.</summary>
    public const int Longest = 40;

    /// <summary>The name without white space around it; null when it is too long or holds what nobody sees.</summary>
    public static string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim();
        return name.Length <= Longest && !name.Any(char.IsControl) && !Chat.Text.Invisible.MayBeIn(name) ? name : null;
    }
}
