using Bot.Chat;

namespace Bot.Slack.Receiving.Socket;

/// <summary>Timeouts and waits of Socket Mode.</summary>
internal sealed record SocketPatience
{
    public static SocketPatience Default { get; } = new();

    /// <summary>Interval between our pings.</summary>
    public TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A socket that leaves pings unanswered this long is dead, whatever TCP thinks of it.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Timeout for connecting and being greeted.</summary>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a connection that was told to go still receives once another one is up: Slack closes it after some ten seconds.
    /// </summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How far past the age announced in Slack's greeting a connection is replaced without being told to go.</summary>
    public TimeSpan Overtime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The first wait after a failure; it doubles up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Wait after a refusal that only a person can resolve.</summary>
    public TimeSpan RefusedWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A connection that ends sooner counts as a failure, so that a loop of greetings and ends slows down.</summary>
    public TimeSpan ShortestLife { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait before the next attempt.</summary>
    /// <param name="failures">Consecutive failures; 0: none, and no wait.</param>
    /// <param name="chance">From 0 to 1, so that bots that lost their connections together do not all come back together.</param>
    public TimeSpan WaitAfter(int failures, double chance) =>
        Backoff.Doubling(FirstWait, LongestWait).After(failures) * (0.5 + (chance / 2));
}
