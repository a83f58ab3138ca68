using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Chat;

/// <summary>
/// One trace for each briefing, from intake to the last post of its last delivery. Its id follows from the briefing's key, so that a
/// process that sends what another one planned yesterday, or plans it again after a crash, continues the same trace without anything
/// having been stored.
/// </summary>
public static class BriefingTrace
{
    /// <summary>
    /// Starts a span of the briefing's trace: below the current one if that belongs to it, otherwise at its top, with a link to the current
    /// one (the request that brought the document).
    /// </summary>
    /// <returns>Null if nobody listens.</returns>
    public static Activity? Start(ActivitySource source, string name, BriefingKey key)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.HasListeners())
        {
            return null;
        }

        var (id, current) = (IdOf(key), Activity.Current);
        var isInside = current is not null && current.TraceId == id;
        var activity = source.StartActivity(
            name,
            ActivityKind.Internal,
            // No span of its own to be below: whoever comes first stands at the top.
            isInside ? current!.Context : new ActivityContext(id, default, ActivityTraceFlags.Recorded, isRemote: true),
            links: isInside || current is null ? null : [new ActivityLink(current.Context)]
        );
        return activity?.SetTag("bot.series", key.Series).SetTag("bot.day", key.Day);
    }

    /// <summary>The trace's id: the first 16 bytes of the SHA-256 of the key.</summary>
    public static ActivityTraceId IdOf(BriefingKey key) =>
        ActivityTraceId.CreateFromBytes(SHA256.HashData(Encoding.UTF8.GetBytes($"briefing {key}")).AsSpan(0, 16));
}
