namespace Bot.Testing;

/// <summary>How long tests of chance and of combinations may take: CI's share, or with <c>BOT_EFFORT=full</c> everything.</summary>
public static class Effort
{
    public const string Variable = "BOT_EFFORT";

    public static bool IsFull { get; } = string.Equals(Environment.GetEnvironmentVariable(Variable), "full", StringComparison.OrdinalIgnoreCase);

    /// <param name="usual">How often something is tried in CI.</param>
    /// <param name="full">The same when everything is run.</param>
    public static int Of(int usual, int full) => IsFull ? full : usual;
}
