using Bot.Chat.Options;

namespace Bot.Web.Api;

/// <summary>Who may work the ledger over HTTP.</summary>
public sealed class AdminsOptions : IRules
{
    /// <summary>Name of an admin, as the audit has it → bearer token for <c>/api/deliveries</c>.</summary>
    [Secret]
    public Dictionary<string, string> Tokens { get; init; } = [];

    public IEnumerable<OptionProblem> Check() => NamedTokenRules.Check(nameof(Tokens), Tokens);
}
