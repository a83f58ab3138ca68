namespace Bot.Discord.Setup.Registration;

public enum RegistrationStatus
{
    Registered,

    /// <summary>Everything was registered so already.</summary>
    Unchanged,

    /// <summary>Trying again would be refused again.</summary>
    Refused,

    /// <summary>Discord does not take the token.</summary>
    TokenRefused,

    /// <summary>Discord did not answer, or not now.</summary>
    Unanswered,
}

/// <param name="Commands">In the catalogue.</param>
/// <param name="Detail">Why not; null when it was done.</param>
public sealed record RegistrationResult(RegistrationStatus Status, int Commands, string? Detail)
{
    /// <summary>Commands of other programs that were left as they are, as people call them.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Commands that were registered otherwise before, or are no more.</summary>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    /// <summary>Both in words, for a log or an operator; empty when there is nothing of either.</summary>
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
