namespace Bot.Chat;

/// <summary>How long to wait before the next try, by how many failed in a row. Keeps no count of its own; thread-safe.</summary>
public sealed class Backoff
{
    private static readonly TimeSpan LongestBeyondAsked = TimeSpan.FromMinutes(1);

    private readonly Func<int, TimeSpan> wait;
    private readonly Func<double> chance;
    private readonly double least;
    private readonly double most;

    private Backoff(Func<int, TimeSpan> wait, Func<double> chance, double least, double most) =>
        (this.wait, this.chance, this.least, this.most) = (wait, chance, least, most);

    /// <summary>The given waits in turn, the last one repeated.</summary>
    /// <param name="waits">At least one.</param>
    public static Backoff Of(params IReadOnlyList<TimeSpan> waits)
    {
        ArgumentOutOfRangeException.ThrowIfZero(waits.Count, nameof(waits));
        return new Backoff(failures => waits[Math.Min(failures, waits.Count) - 1], () => 0, 1, 1);
    }

    /// <summary>Twice as long each time, from the first wait to the longest.</summary>
    public static Backoff Doubling(TimeSpan first, TimeSpan longest) => new(
        failures =>
        {
            var full = first.TotalSeconds * Math.Pow(2, failures - 1);
            return full < longest.TotalSeconds ? TimeSpan.FromSeconds(full) : longest;
        },
        () => 0, 1, 1);

    /// <summary>The same waits, each multiplied by chance: what failed together does not return together.</summary>
    /// <param name="random">Used by nobody else.</param>
    /// <param name="least">Smallest factor, above 0.</param>
    /// <param name="most">Largest factor.</param>
    public Backoff Spread(Random random, double least, double most)
    {
        var gate = new Lock();
        return new Backoff(wait, Next, least, most);

        double Next()
        {
            lock (gate)
            {
                return random.NextDouble();
            }
        }
    }

    /// <param name="failures">In a row; 0: none, and nothing to wait for.</param>
    public TimeSpan After(int failures) => failures <= 0 ? TimeSpan.Zero : wait(failures) * (least + (most - least) * chance());

    /// <summary>For a minimum that somebody else set: never less, and more only by the spread, at most a minute.</summary>
    public TimeSpan AtLeast(TimeSpan asked)
    {
        var share = asked * Math.Max(most - 1, 0);
        return asked + (share < LongestBeyondAsked ? share : LongestBeyondAsked) * chance();
    }
}
