using Bot.Chat;
using Bot.Delivery.Ledger;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Planning;

/// <summary>Plans briefings stored by a process that died before planning them. Any number of processes may do so at once.</summary>
public sealed partial class LeftoverPlans(
    PlanLedger ledger,
    DeliveryPlanner planner,
    DeliveryOptions options,
    TimeProvider time,
    ILogger<LeftoverPlans> logger
)
{
    /// <summary>Skips what arrived since the last sweep: the process that stored it is still planning it.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        foreach (var key in await ledger.UnplannedAsync(time.GetUtcNow() - options.Sweep, cancellationToken))
        {
            var result = await planner.PlanAsync(key, isService: true, cancellationToken);
            Log.Planned(logger, key, result.Created, result.Revised);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            3052,
            LogLevel.Information,
            "{Briefing} was stored but not planned: {Created} deliveries planned, {Revised} revised"
        )]
        public static partial void Planned(ILogger logger, BriefingKey briefing, int created, int revised);
    }
}
