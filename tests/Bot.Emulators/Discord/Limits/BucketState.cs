using System.Globalization;

namespace Bot.Emulators.Discord.Limits;

/// <summary>How a bucket stands after a call, as the headers tell it.</summary>
/// <param name="Hash">Names the bucket without the channel, guild or webhook.</param>
/// <param name="Wait">Not null: the call is refused for so long.</param>
/// <param name="Scope">Of the refusal: <c>user</c>, <c>global</c> or <c>shared</c>.</param>
public sealed record BucketState(string Hash, int Limit, int Remaining, DateTimeOffset Reset, TimeSpan ResetAfter, TimeSpan? Wait = null, string Scope = "user")
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
