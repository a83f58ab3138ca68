namespace Bot.Discord.Setup.Registration;

public enum RegistrationStatus
{
    Registered,
    /// <summary>Everything was registered so already.</summary>
    Unchanged,
    /// <summary>Trying again would be refused again.</summary>
    Refused,
    /// <summary>Discord did not answer, or not now.</summary>
    Unanswered,
}

/// <param name="Commands">In the catalogue.</param>
/// <param name="Detail">Why not; null when it was done.</param>
public sealed record RegistrationResult(RegistrationStatus Status, int Commands, string? Detail);
