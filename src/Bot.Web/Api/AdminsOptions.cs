using Bot.Chat.Options;

namespace Bot.Web.Api;

/// <summary>Who may operate the ledger over HTTP.</summary>
public sealed class AdminsOptions : IRules
{
    /// <summary>Admin name, as recorded in the audit → bearer token for <c>/api/deliveries</c>.</summary>
    [Secret]
    public Dictionary<string, string> Tokens { get; init; } = [];

    public IEnumerable<OptionProblem> Check() => NamedTokenRules.Check(nameof(Tokens), Tokens);
}
