using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>Somebody submits or closes their topmost form.</summary>
/// <param name="Values">What was entered, as <c>[block_id][action_id]</c> with the element's own shape.</param>
public sealed record ViewUse(JsonObject? Values = null)
{
    public string User { get; init; } = "U0000000001";

    /// <summary>Closes instead of submitting; sent only to forms that asked for it.</summary>
    public bool Closes { get; init; }
}
