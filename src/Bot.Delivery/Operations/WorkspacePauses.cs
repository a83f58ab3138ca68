using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Operations;

/// <summary>Holds back posts to a workspace from which the bot was removed, until it is added again.</summary>
public sealed class WorkspacePauses(
    IDbContextFactory<ArchiveContext> contexts,
    ArchiveTransactions transactions,
    IOperatorAlerts alerts,
    IAlarmClock alarm,
    TimeProvider time
) : IWorkspaceEvents
{
    private const string Actor = "platform";

    public async Task RemovedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        var scope = PauseScopes.Workspace(platform.Value, workspace);
        var paused = await transactions.RunAsync(
            async (context, token) =>
            {
                await WatchStore.ForgetAsync(context, platform, workspace, token);
                if (await context.Pauses.AnyAsync(pause => pause.Scope == scope, token))
                {
                    return false;
                }

                context.Add(
                    new Pause
                    {
                        Scope = scope,
                        Reason = Reasons.BotRemoved,
                        Since = time.GetUtcNow(),
                    }
                );
                context.Add(
                    new AuditEntry
                    {
                        At = time.GetUtcNow(),
                        Actor = Actor,
                        Action = "pause",
                        Target = scope,
                        Detail = Reasons.BotRemoved,
                    }
                );
                await context.SaveChangesAsync(token);
                return true;
            },
            cancellationToken
        );
        if (paused)
        {
            alerts.Raise(new OperatorAlert(Reasons.BotRemoved, scope, null));
        }
    }

    public async Task AddedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        var scope = PauseScopes.Workspace(platform.Value, workspace);
        if (!await IsPausedAsync(scope, cancellationToken))
        {
            // The usual case, and thousands of times at a start: the database has one writer.
            return;
        }

        var ended = await transactions.RunAsync(
            async (context, token) =>
            {
                if (
                    await context
                        .Pauses.Where(pause => pause.Scope == scope && pause.Reason == Reasons.BotRemoved)
                        .ExecuteDeleteAsync(token) == 0
                )
                {
                    return false;
                }

                context.Add(
                    new AuditEntry
                    {
                        At = time.GetUtcNow(),
                        Actor = Actor,
                        Action = "resume",
                        Target = scope,
                        Detail = Reasons.BotRemoved,
                    }
                );
                await context.SaveChangesAsync(token);
                return true;
            },
            cancellationToken
        );
        if (ended)
        {
            alarm.Ring(time.GetUtcNow());
        }
    }

    private async Task<bool> IsPausedAsync(string scope, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Pauses.AnyAsync(pause => pause.Scope == scope && pause.Reason == Reasons.BotRemoved, cancellationToken);
    }
}
