using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery;

/// <summary>
/// Tells the operator through the log: what a command line has, where nothing keeps running that could tell it otherwise.
/// </summary>
public sealed partial class LoggedAlerts(ILogger<LoggedAlerts> logger) : IOperatorAlerts
{
    public void Raise(OperatorAlert alert) => NeedsAPerson(logger, alert.Subject, alert.Reason, alert.Detail);

    [LoggerMessage(3025, LogLevel.Error, "Needs a person: {Subject} ({Reason}) {Detail}")]
    private static partial void NeedsAPerson(ILogger logger, string subject, string reason, string? detail);
}
