using Bot.Archive.Ledger;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery;

/// <summary>Something that needs a person, said once.</summary>
/// <param name="Reason">One of <see cref="Reasons"/>.</param>
/// <param name="Subject">What it is about: a scope of <see cref="PauseScopes"/>, or <c>post:KEY</c>.</param>
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

/// <summary>Tells the operator through the log.</summary>
public sealed partial class LoggedAlerts(ILogger<LoggedAlerts> logger) : IOperatorAlerts
{
    public void Raise(OperatorAlert alert) => NeedsAPerson(logger, alert.Subject, alert.Reason, alert.Detail);

    [LoggerMessage(3020, LogLevel.Error, "Needs a person: {Subject} ({Reason}) {Detail}")]
    private static partial void NeedsAPerson(ILogger logger, string subject, string reason, string? detail);
}
