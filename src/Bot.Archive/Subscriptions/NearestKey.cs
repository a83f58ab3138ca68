using Bot.Chat.Commands;

namespace Bot.Archive.Subscriptions;

/// <summary>Suggests what a mistyped key may have meant.</summary>
internal static class NearestKey
{
    /// <summary><c>; did you mean "channel"?</c>, or nothing if no key is close.</summary>
    public static string Said(string typed, IEnumerable<string> known) =>
        known
            .Select(key => (key, distance: Spelling.Distance(typed.ToLowerInvariant(), key.ToLowerInvariant())))
            .Where(pair => pair.distance <= 1 + (pair.key.Length / 4))
            .OrderBy(pair => pair.distance)
            .Select(pair => $"; did you mean \"{pair.key}\"?")
            .FirstOrDefault()
        ?? "";
}
