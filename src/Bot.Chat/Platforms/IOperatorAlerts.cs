namespace Bot.Chat.Platforms;

/// <summary>Something that needs a person's attention, reported once.</summary>
/// <param name="Reason">One of the ledger's reasons, in kebab case: <c>token-refused</c>.</param>
/// <param name="Subject">
/// What it is about: a pause's scope, <c>post:KEY</c>, <c>payload:HASH</c> (shared by many posts), <c>platform:NAME</c>,
/// <c>briefing:SERIES/DATE</c>.
/// </param>
/// <param name="Detail">The platform's own words, no secrets.</param>
public sealed record OperatorAlert(string Reason, string Subject, string? Detail)
{
    /// <summary>Number of posts affected; null if not relevant.</summary>
    public int? Posts { get; init; }
}

/// <summary>Alerts the operator. Must not throw or hold up a send.</summary>
public interface IOperatorAlerts
{
    /// <summary>Raises an alert unless it is already open: the same reason and subject are one alert until resolved.</summary>
    void Raise(OperatorAlert alert);

    /// <summary>Resolves an alert, so that raising it again reports it again. Does nothing if it is not open.</summary>
    void Resolve(string reason, string subject) { }
}
