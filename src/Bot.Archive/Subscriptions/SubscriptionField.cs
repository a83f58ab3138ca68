using System.Text.Json;

namespace Bot.Archive.Subscriptions;

/// <summary>One key of a subscription in the file: how it is read, written and told apart.</summary>
/// <param name="Key">Camel case.</param>
/// <param name="Read">Puts a value into the spec; the problem is null when it is one, and then the spec is unchanged.</param>
/// <param name="Write">The value in the file; null: it is left out.</param>
internal sealed record SubscriptionField(
    string Key,
    Func<SubscriptionSpec, JsonElement, (SubscriptionSpec Spec, string? Problem)> Read,
    Func<SubscriptionSpec, JsonElement?> Write)
{
    /// <summary>A subscription without it is none.</summary>
    public bool Required { get; init; }
}
