using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Ledger;

/// <summary>
/// The statements that every post goes through, as SQL: to make them of an expression each time would cost a post more than
/// the database does. Each says how many rows it changed.
/// </summary>
internal static class SendStatements
{
    private const string HeldAtEpoch = """EXISTS (SELECT 1 FROM leases WHERE "Token" = {0} AND "Epoch" = {1})""";

    private const string BeginSql =
        $$"""
        UPDATE posts SET "State" = {3}, "Attempts" = "Attempts" + 1, "FirstAttemptAt" = COALESCE("FirstAttemptAt", {4}), "Epoch" = {1}
        WHERE "Id" = {2} AND "State" = {5} AND "NextAt" <= {4} AND "ExpiresAt" > {4}
        AND {{HeldAtEpoch}}
        AND NOT EXISTS (SELECT 1 FROM pauses WHERE "Scope" IN ({6}, {7}, {8}, {9}))
        """;

    private const string ChangeSql =
        """
        UPDATE posts SET "State" = {3}, "NextAt" = {4}, "Reason" = {5}, "Detail" = {6}, "MessageId" = COALESCE({7}, "MessageId"),
        "SentAt" = COALESCE({8}, "SentAt"), "Retries" = "Retries" + {9}, "Epoch" = {1},
        """;

    // Whole pairs of absences stay: they are the rounds that the post has been sent in vain.
    private const string AfterSendSql =
        $$"""
        {{ChangeSql}} "Looks" = 0, "Absences" = "Absences" - "Absences" % 2
        WHERE "Id" = {2} AND "State" = {10} AND "Epoch" = {1}
        """;

    private const string AfterLookSql =
        $$"""
        {{ChangeSql}} "Looks" = "Looks" + {11}, "Absences" = "Absences" + {12}
        WHERE "Id" = {2} AND "State" = {10} AND "Looks" = {13}
        AND {{HeldAtEpoch}}
        """;

    private const string ThreadSql = """UPDATE deliveries SET "ThreadId" = {0} WHERE "Id" = {1}""";

    /// <summary>planned → sending.</summary>
    public static Task<int> BeginAsync(ArchiveContext context, Post post, StoredDelivery delivery, LeaseStamp lease, DateTimeOffset now) =>
        context.Database.ExecuteSqlRawAsync(
            BeginSql,
            lease.Token, lease.Epoch, post.Id, Name(PostState.Sending), now.UtcTicks, Name(PostState.Planned),
            PauseScopes.All,
            PauseScopes.Token(delivery.Token),
            PauseScopes.Workspace(delivery.Platform, delivery.Workspace),
            PauseScopes.Channel(delivery.Platform, delivery.Workspace, delivery.Channel));

    /// <summary>
    /// A send's answer belongs to the lease that sent it, even if it has just run out: if nobody has touched the row since, it
    /// is still the truth. A look-up's answer only counts while the lease is held and no other look came between.
    /// </summary>
    /// <param name="from"><see cref="PostState.Sending"/> or <see cref="PostState.Uncertain"/>.</param>
    public static Task<int> RecordAsync(ArchiveContext context, Post post, PostState from, PostChange change, LeaseStamp lease)
    {
        object[] values =
        [
            lease.Token, lease.Epoch, post.Id, Name(change.State), change.NextAt.UtcTicks, change.Reason!, change.Detail!,
            change.MessageId!, change.SentAt?.UtcTicks!, change.CountsRetry ? 1 : 0, Name(from),
        ];
        return from == PostState.Sending
            ? context.Database.ExecuteSqlRawAsync(AfterSendSql, values)
            : context.Database.ExecuteSqlRawAsync(AfterLookSql, [.. values, change.CountsLook ? 1 : 0, change.CountsAbsence ? 1 : 0, post.Looks]);
    }

    /// <summary>The thread that a root has opened.</summary>
    public static Task<int> OpenThreadAsync(ArchiveContext context, long delivery, string thread) =>
        context.Database.ExecuteSqlRawAsync(ThreadSql, thread, delivery);

    private static string Name(PostState state) => state.ToString();
}
