namespace Bot.Emulators.Discord.Limits;

/// <summary>A number of calls in a window that starts with the first call.</summary>
/// <param name="Scope"><c>user</c>; <c>shared</c> if everyone uses it (its refusals do not count against the caller).</param>
public sealed record BucketLimit(int Calls, TimeSpan Window, string Scope = "user")
{
    public static BucketLimit Of(int calls, double seconds, string scope = "user") => new(calls, TimeSpan.FromSeconds(seconds), scope);
}
