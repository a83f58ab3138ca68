using Bot.Chat;

namespace Bot.Slack.Receiving.Socket;

/// <summary>How long Socket Mode waits for what.</summary>
internal sealed record SocketPatience
{
    public static SocketPatience Default { get; } = new();

    /// <summary>Between two pings of ours.</summary>
    public TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A socket that answers no ping for so long is dead, whatever TCP thinks of it.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For the connection to stand and to be greeted.</summary>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a connection that was told to go is still listened to once another one stands: Slack closes it after some ten seconds.
    /// </summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Beyond the age that Slack announces in its greeting, a connection is replaced without having been told.</summary>
    public TimeSpan Overtime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The first wait after a failure; it doubles up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After a refusal that only a person can end.</summary>
    public TimeSpan RefusedWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A connection that ends sooner counts as a failure, so that a loop of greetings and ends slows down.</summary>
    public TimeSpan ShortestLife { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the next try.</summary>
    /// <param name="failures">In a row; 0: none, and nothing to wait for.</param>
    /// <param name="chance">From 0 to 1: several bots that lost their connection together do not come back together.</param>
    public TimeSpan WaitAfter(int failures, double chance) =>
        Backoff.Doubling(FirstWait, LongestWait).After(failures) * (0.5 + (chance / 2));
}
