using Bot.Archive.Entities;

namespace Bot.Delivery.Planning;

/// <summary>What replaces posts that a revision no longer has, each section's rendered once.</summary>
/// <param name="render">From the identity of the section.</param>
public sealed class WithdrawnPlans(Func<string, Payload> render)
{
    private readonly Dictionary<string, Payload> made = [];

    public IEnumerable<Payload> Payloads => made.Values;

    public Payload Of(string section) => made.TryGetValue(section, out var payload) ? payload : made[section] = render(section);
}
