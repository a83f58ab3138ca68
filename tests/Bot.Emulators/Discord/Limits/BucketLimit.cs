namespace Bot.Emulators.Discord.Limits;

/// <summary>So many calls in a window that opens with its first call.</summary>
/// <param name="Scope"><c>user</c>; <c>shared</c> when everybody draws on it (its refusals are not held against the caller).</param>
public sealed record BucketLimit(int Calls, TimeSpan Window, string Scope = "user")
{
    public static BucketLimit Of(int calls, double seconds, string scope = "user") => new(calls, TimeSpan.FromSeconds(seconds), scope);
}
