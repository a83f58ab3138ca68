namespace Bot.Chat.Calls;

/// <summary>The result of checking a request's signature.</summary>
/// <param name="IsGood">The platform sent it just now.</param>
/// <param name="TimeOff">
/// Set if the signature is the platform's but its time is off: the difference from our clock, negative if behind.
/// Otherwise null.
/// </param>
public readonly record struct SignatureVerdict(bool IsGood, TimeSpan? TimeOff)
{
    public static SignatureVerdict Good => new(true, null);

    /// <summary>Malformed, or signed with another key.</summary>
    public static SignatureVerdict Mismatch => new(false, null);

    public static SignatureVerdict Late(TimeSpan off) => new(false, off);
}
