namespace Bot.Chat.Platforms;

/// <summary>Something that needs a person, said once.</summary>
/// <param name="Reason">One of the ledger's reasons, in kebab case: <c>token-refused</c>.</param>
/// <param name="Subject">What it is about: a pause's scope, or <c>post:KEY</c>.</param>
/// <param name="Detail">The platform's own words, no secrets.</param>
public sealed record OperatorAlert(string Reason, string Subject, string? Detail)
{
    /// <summary>How many posts it is about; null where that is not the point.</summary>
    public int? Posts { get; init; }
}

/// <summary>Tells the operator what needs a person. Must not throw and must not hold up a send.</summary>
public interface IOperatorAlerts
{
    void Raise(OperatorAlert alert);
}
