using Bot.Intake.Http;

namespace Bot.Web.Api.Deliveries;

/// <summary>Who may work the ledger over HTTP; compared in constant time.</summary>
public sealed class AdminTokens(IReadOnlyDictionary<string, string> tokens)
{
    private readonly ApiTokens known = new(tokens);

    public bool AreConfigured => known.AreConfigured;

    /// <summary>Name of the admin; null if the token is nobody's.</summary>
    public string? AdminOf(string token) => known.OwnerOf(token);
}
