using Bot.Chat;
using Bot.Delivery.Ledger;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Planning;

/// <summary>Plans what was stored by a process that died before it had planned it. Any number of processes may do so at once.</summary>
public sealed partial class LeftoverPlans(
    PlanLedger ledger,
    DeliveryPlanner planner,
    DeliveryOptions options,
    TimeProvider time,
    ILogger<LeftoverPlans> logger
)
{
    /// <summary>Leaves alone what came in within the last sweep: whoever stored it is planning it.</summary>
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
