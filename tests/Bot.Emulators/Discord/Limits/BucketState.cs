using System.Globalization;

namespace Bot.Emulators.Discord.Limits;

/// <summary>A bucket's state after a call, as in the headers.</summary>
/// <param name="Hash">Identifies the bucket without the channel, guild or webhook.</param>
/// <param name="Wait">If not null, the call is refused for this long.</param>
/// <param name="Scope">Scope of the refusal: <c>user</c>, <c>global</c> or <c>shared</c>.</param>
public sealed record BucketState(
    string Hash,
    int Limit,
    int Remaining,
    DateTimeOffset Reset,
    TimeSpan ResetAfter,
    TimeSpan? Wait = null,
    string Scope = "user"
)
{
    public void AddTo(Dictionary<string, string> headers)
    {
        headers["X-RateLimit-Limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = (Reset.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = ResetAfter.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = Hash;
    }
}
