namespace Bot.Chat;

/// <summary>
/// How long to wait before the next attempt, given the number of failures in a row. Keeps no count itself; thread-safe.
/// </summary>
public sealed class Backoff
{
    private static readonly TimeSpan LongestBeyondAsked = TimeSpan.FromMinutes(1);

    private readonly Func<int, TimeSpan> _wait;
    private readonly Func<double> _chance;
    private readonly double _least;
    private readonly double _most;

    private Backoff(Func<int, TimeSpan> wait, Func<double> chance, double least, double most) =>
        (_wait, _chance, _least, _most) = (wait, chance, least, most);

    /// <summary>The given waits in order, the last one repeated.</summary>
    /// <param name="waits">At least one.</param>
    public static Backoff Of(params IReadOnlyList<TimeSpan> waits)
    {
        ArgumentOutOfRangeException.ThrowIfZero(waits.Count, nameof(waits));
        return new Backoff(failures => waits[Math.Min(failures, waits.Count) - 1], () => 0, 1, 1);
    }

    /// <summary>Doubles each time, from the first wait up to the longest.</summary>
    public static Backoff Doubling(TimeSpan first, TimeSpan longest) =>
        new(
            failures =>
            {
                var full = first.TotalSeconds * Math.Pow(2, failures - 1);
                return full < longest.TotalSeconds ? TimeSpan.FromSeconds(full) : longest;
            },
            () => 0,
            1,
            1
        );

    /// <summary>The same waits, each multiplied by a random factor, so that things that failed together do not retry together.</summary>
    /// <param name="random">Must not be shared.</param>
    /// <param name="least">Smallest factor, above 0.</param>
    /// <param name="most">Largest factor.</param>
    public Backoff Spread(Random random, double least, double most)
    {
        var gate = new Lock();
        return new Backoff(_wait, Next, least, most);

        double Next()
        {
            lock (gate)
            {
                return random.NextDouble();
            }
        }
    }

    /// <param name="failures">Failures in a row; 0 means no wait.</param>
    public TimeSpan After(int failures) => failures <= 0 ? TimeSpan.Zero : _wait(failures) * (_least + (_most - _least) * _chance());

    /// <summary>For a minimum set by someone else: never less, and more only by the spread, by at most a minute.</summary>
    public TimeSpan AtLeast(TimeSpan asked)
    {
        var share = asked * Math.Max(_most - 1, 0);
        return asked + (share < LongestBeyondAsked ? share : LongestBeyondAsked) * _chance();
    }
}
