using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery;

/// <summary>
/// Reports to the operator through the log, for a command line, which does not run long enough to do so in any other way.
/// </summary>
public sealed partial class LoggedAlerts(ILogger<LoggedAlerts> logger) : IOperatorAlerts
{
    public void Raise(OperatorAlert alert) => NeedsAPerson(logger, alert.Subject, alert.Reason, alert.Detail);

    [LoggerMessage(3029, LogLevel.Error, "Needs a person: {Subject} ({Reason}) {Detail}")]
    private static partial void NeedsAPerson(ILogger logger, string subject, string reason, string? detail);
}
