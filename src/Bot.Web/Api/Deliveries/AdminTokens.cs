using Bot.Intake.Http;

namespace Bot.Web.Api.Deliveries;

/// <summary>Tokens of those who may operate the ledger over HTTP; compared in constant time.</summary>
public sealed class AdminTokens(IReadOnlyDictionary<string, string> tokens)
{
    private readonly ApiTokens _known = new(tokens);

    public bool AreConfigured => _known.AreConfigured;

    /// <summary>Name of the admin; null if no admin has the token.</summary>
    public string? AdminOf(string token) => _known.OwnerOf(token);
}
