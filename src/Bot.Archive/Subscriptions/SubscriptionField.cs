using System.Text.Json;

namespace Bot.Archive.Subscriptions;

/// <summary>One key of a subscription in the file: how it is read, written and compared.</summary>
/// <param name="Key">Camel case.</param>
/// <param name="Read">
/// Puts a value into the spec and returns the problem, or null if the value is valid; with a problem, the spec is
/// unchanged.
/// </param>
/// <param name="Write">The value to write; null to omit the key.</param>
internal sealed record SubscriptionField(
    string Key,
    Func<SubscriptionSpec, JsonElement, (SubscriptionSpec Spec, string? Problem)> Read,
    Func<SubscriptionSpec, JsonElement?> Write
)
{
    /// <summary>Whether a subscription must have it.</summary>
    public bool Required { get; init; }
}
