namespace Bot.Delivery.Sending;

/// <summary>Spreads waits by chance, so that what failed together does not return together. Thread-safe.</summary>
/// <param name="random">Used by nobody else.</param>
public sealed class Jitter(DeliveryOptions options, Random random)
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();

    /// <summary>The wait, longer or shorter by up to the option's share.</summary>
    public TimeSpan Around(TimeSpan wait) => wait * (1 + options.Jitter * (2 * Next() - 1));

    /// <summary>The wait or longer, by up to the option's share and at most a minute: for a minimum that somebody else set.</summary>
    public TimeSpan AtLeast(TimeSpan wait)
    {
        var share = wait * options.Jitter;
        return wait + (share < Most ? share : Most) * Next();
    }

    private double Next()
    {
        lock (gate)
        {
            return random.NextDouble();
        }
    }
}
