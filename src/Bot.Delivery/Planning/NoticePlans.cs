using Bot.Archive.Entities;

namespace Bot.Delivery.Planning;

/// <summary>
/// The correction notices of one thread, each rendered once: deliveries with the same wishes usually change in the same posts.
/// </summary>
/// <param name="render">
/// From the identities of the changed sections and the addresses of their posts; null when there is nothing to say.
/// </param>
public sealed class NoticePlans(Func<IReadOnlyCollection<string>, IReadOnlyDictionary<string, Uri>, Payload?> render)
{
    /// <summary>Prefix of a notice's identity, followed by the revision. No section's identity starts with it.</summary>
    public const string Prefix = "correction-";

    /// <summary>Identity of the post that announces a briefing in whose place a line stood.</summary>
    public const string Arrival = "arrival";

    private readonly Dictionary<string, Payload?> _made = [];

    public IEnumerable<Payload> Payloads => _made.Values.OfType<Payload>();

    public static bool IsNotice(string section) => section == Arrival || section.StartsWith(Prefix, StringComparison.Ordinal);

    /// <param name="links">Addresses of the thread's posts, by section; unknown ones are left out.</param>
    public Payload? Of(IReadOnlyCollection<string> sections, IReadOnlyDictionary<string, Uri> links)
    {
        var key = string.Join('\n', sections.Select(section => $"{section} {links.GetValueOrDefault(section)}"));
        return _made.TryGetValue(key, out var payload) ? payload : _made[key] = render(sections, links);
    }
}
