using Bot.Archive.Entities;

namespace Bot.Delivery.Planning;

/// <summary>Replacements for posts that a revision no longer has, each section's rendered once.</summary>
/// <param name="render">From the identity of the section.</param>
public sealed class WithdrawnPlans(Func<string, Payload> render)
{
    private readonly Dictionary<string, Payload> _made = [];

    public IEnumerable<Payload> Payloads => _made.Values;

    public Payload Of(string section) => _made.TryGetValue(section, out var payload) ? payload : _made[section] = render(section);
}
