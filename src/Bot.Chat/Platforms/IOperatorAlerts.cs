namespace Bot.Chat.Platforms;

/// <summary>Something that needs a person, said once.</summary>
/// <param name="Reason">One of the ledger's reasons, in kebab case: <c>token-refused</c>.</param>
/// <param name="Subject">What it is about: a pause's scope, <c>post:KEY</c>, <c>payload:HASH</c> (what many posts share), <c>platform:NAME</c>, <c>briefing:SERIES/DATE</c>.</param>
/// <param name="Detail">The platform's own words, no secrets.</param>
public sealed record OperatorAlert(string Reason, string Subject, string? Detail)
{
    /// <summary>How many posts it is about; null where that is not the point.</summary>
    public int? Posts { get; init; }
}

/// <summary>Tells the operator what needs a person. Must not throw and must not hold up a send.</summary>
public interface IOperatorAlerts
{
    /// <summary>Tells it, unless it is open already: the same reason and subject is one alert until it is resolved.</summary>
    void Raise(OperatorAlert alert);

    /// <summary>What it was about is well again: the next raising is told anew. Nothing when it is not open.</summary>
    void Resolve(string reason, string subject)
    {
    }
}
