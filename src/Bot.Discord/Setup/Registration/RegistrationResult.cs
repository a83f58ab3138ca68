namespace Bot.Discord.Setup.Registration;

public enum RegistrationStatus
{
    Registered,

    /// <summary>Everything was already registered.</summary>
    Unchanged,

    /// <summary>Another attempt would be refused again.</summary>
    Refused,

    /// <summary>Discord does not accept the token.</summary>
    TokenRefused,

    /// <summary>Discord did not answer, or not now.</summary>
    Unanswered,
}

/// <param name="Commands">Number in the catalogue.</param>
/// <param name="Detail">Why it failed; null if it succeeded.</param>
public sealed record RegistrationResult(RegistrationStatus Status, int Commands, string? Detail)
{
    /// <summary>Other programs' commands that were kept, by their names for people.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Commands that were registered differently before, or are gone.</summary>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    /// <summary>Both in words, for a log or an operator; empty if there are none.</summary>
    public string Beside() =>
        string.Join(
            "; ",
            new[]
            {
                Replaced.Count > 0 ? "replaced: " + string.Join(", ", Replaced) : "",
                Kept.Count > 0 ? "kept, not this bot's: " + string.Join(", ", Kept) : "",
            }.Where(part => part.Length > 0)
        );
}
