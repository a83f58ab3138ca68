using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>Someone submits or closes their topmost form.</summary>
/// <param name="Values">The entered values, as <c>[block_id][action_id]</c> in the element's own shape.</param>
public sealed record ViewUse(JsonObject? Values = null)
{
    public string User { get; init; } = "U0000000001";

    /// <summary>Closes instead of submitting; sent only for forms that request it.</summary>
    public bool Closes { get; init; }
}
