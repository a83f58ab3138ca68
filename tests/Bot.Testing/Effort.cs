namespace Bot.Testing;

/// <summary>How much work randomized and combinatorial tests do: a sample in CI, everything with <c>BOT_EFFORT=full</c>.</summary>
public static class Effort
{
    public const string Variable = "BOT_EFFORT";

    public static bool IsFull { get; } =
        string.Equals(Environment.GetEnvironmentVariable(Variable), "full", StringComparison.OrdinalIgnoreCase);

    /// <param name="usual">Number of tries in CI.</param>
    /// <param name="full">Number of tries with full effort.</param>
    public static int Of(int usual, int full) => IsFull ? full : usual;
}
