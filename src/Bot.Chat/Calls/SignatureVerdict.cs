namespace Bot.Chat.Calls;

/// <summary>What a look at a request's signature found.</summary>
/// <param name="IsGood">The platform sent it, just now.</param>
/// <param name="TimeOff">The signature is the platform's, and its time is so far from ours: behind ours when negative. Null: that is not what is wrong.</param>
public readonly record struct SignatureVerdict(bool IsGood, TimeSpan? TimeOff)
{
    public static SignatureVerdict Good => new(true, null);

    /// <summary>Malformed, or by another key.</summary>
    public static SignatureVerdict Mismatch => new(false, null);

    public static SignatureVerdict Late(TimeSpan off) => new(false, off);
}
