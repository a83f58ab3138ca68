using Bot.Archive.Entities;

namespace Bot.Delivery.Planning;

/// <summary>What announces a briefing in whose place a line stood, each rendered once.</summary>
/// <param name="render">From the thread's address; null if it is not known.</param>
public sealed class ArrivalPlans(Func<Uri?, Payload> render)
{
    private readonly Dictionary<string, Payload> _made = [];

    public IEnumerable<Payload> Payloads => _made.Values;

    public Payload Of(Uri? thread)
    {
        var key = thread?.AbsoluteUri ?? "";
        return _made.TryGetValue(key, out var payload) ? payload : _made[key] = render(thread);
    }
}
