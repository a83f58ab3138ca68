using Bot.Archive;
using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Archive.Ledger;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Operations;

/// <summary>
/// An admin's operations on the ledger. Each is one conditional transaction with an audit row: of two admins, or an admin and a sender,
/// one wins and the other learns that it is already done. A post that is being sent is left to its sender.
/// </summary>
public sealed class DeliveryOperations(
    ArchiveTransactions transactions,
    PauseList pauses,
    PauseInquiry inquiry,
    IAlarmClock alarm,
    DeliveryOptions options,
    LedgerClock clock,
    TimeProvider time
)
{
    /// <summary>Skips one planned post; the rest of its thread continues. A parked one may be in the channel: settle it.</summary>
    /// <param name="actor">Who does it, as the audit log names them.</param>
    public Task<OperationResult> SkipAsync(string postKey, string actor, CancellationToken cancellationToken) =>
        OnPostAsync(
            postKey,
            "skip",
            actor,
            PostState.Planned,
            Reasons.Skipped,
            rows =>
                rows.ExecuteUpdateAsync(set =>
                    set.SetProperty(post => post.State, PostState.Cancelled).SetProperty(post => post.Reason, Reasons.Skipped)
                ),
            cancellationToken
        );

    /// <summary>Cancels all posts of a delivery that are still planned.</summary>
    public Task<OperationResult> CancelAsync(long delivery, string actor, CancellationToken cancellationToken) =>
        RunAsync(
            async (context, token) =>
            {
                if (!await context.Deliveries.AnyAsync(row => row.Id == delivery, token))
                {
                    return new OperationResult(OperationStatus.NotFound);
                }

                var cancelled = await CancelPlannedAsync(context.Posts, delivery, Reasons.Cancelled, token);
                if (cancelled == 0)
                {
                    return new OperationResult(OperationStatus.AlreadyDone);
                }

                Audit(context, actor, "cancel", $"delivery:{delivery}", null);
                await WakeAsync(context, delivery, token);
                return new OperationResult(OperationStatus.Done, cancelled);
            },
            cancellationToken
        );

    /// <summary>Decides what became of a parked post.</summary>
    public Task<OperationResult> SettleAsync(string postKey, ParkedVerdict verdict, string actor, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var until = now + options.UsefulWindow;
        return OnPostAsync(
            postKey,
            "settle",
            actor,
            PostState.Parked,
            Reasons.Settled,
            rows =>
                verdict switch
                {
                    ParkedVerdict.WasSent sent => rows.ExecuteUpdateAsync(set =>
                        set.SetProperty(post => post.State, PostState.Sent)
                            .SetProperty(post => post.Reason, Reasons.Settled)
                            .SetProperty(post => post.MessageId, sent.MessageId)
                            .SetProperty(post => post.SentAt, now)
                    ),
                    ParkedVerdict.WasNotSent => rows.ExecuteUpdateAsync(set =>
                        set.SetProperty(post => post.State, PostState.Planned)
                            .SetProperty(post => post.Reason, Reasons.Settled)
                            .SetProperty(post => post.NextAt, now)
                            .SetProperty(post => post.ExpiresAt, post => post.ExpiresAt > until ? post.ExpiresAt : until)
                    ),
                    _ => rows.ExecuteUpdateAsync(set =>
                        set.SetProperty(post => post.State, PostState.Cancelled).SetProperty(post => post.Reason, Reasons.Settled)
                    ),
                },
            cancellationToken,
            verdict is ParkedVerdict.WasSent root ? root.ThreadId ?? root.MessageId : null
        );
    }

    /// <summary>
    /// Stops sending: everything (<c>all</c>), or a token, workspace or channel by <see cref="PauseScopes"/>. Requests in flight still
    /// complete.
    /// </summary>
    public async Task<OperationResult> PauseAsync(string scope, string actor, string? detail, CancellationToken cancellationToken) =>
        !PauseScopes.IsScope(scope)
            ? new OperationResult(OperationStatus.NotPossible, Detail: $"\"{scope}\" is no scope: all, token:…, workspace:… or channel:…")
            : await RunAsync(
                async (context, token) =>
                {
                    if (await context.Pauses.AnyAsync(pause => pause.Scope == scope, token))
                    {
                        return new OperationResult(OperationStatus.AlreadyDone);
                    }

                    context.Add(
                        new Pause
                        {
                            Scope = scope,
                            Reason = Reasons.PausedByAdmin,
                            Detail = detail,
                            Since = time.GetUtcNow(),
                        }
                    );
                    Audit(context, actor, "pause", scope, detail);
                    return new OperationResult(OperationStatus.Done);
                },
                cancellationToken
            );

    /// <summary>
    /// Sends what a pause held back and has not expired. If a platform's refusal caused the pause, the platform is asked first: while it
    /// still refuses, the pause stays and the result gives its answer; without an answer the next post tries.
    /// </summary>
    public async Task<OperationResult> ResumeAsync(string scope, string actor, CancellationToken cancellationToken)
    {
        var pause = (await pauses.ListAsync(cancellationToken)).FirstOrDefault(known => known.Scope == scope);
        if (pause is null || pause.Reason == Reasons.PausedByAdmin)
        {
            return await EndPauseAsync(scope, reason: null, isToldAgain: true, actor, cancellationToken);
        }

        var answer = await inquiry.AskAsync(scope, cancellationToken);
        return answer.IsWell == false
            ? new OperationResult(OperationStatus.NotPossible, Detail: answer.Detail ?? pause.Detail) { Refused = pause.Reason }
            : await EndPauseAsync(scope, pause.Reason, isToldAgain: true, actor, cancellationToken) with
            {
                Detail = answer.Detail,
                IsUnanswered = answer.IsWell is null,
            };
    }

    /// <summary>Ends a pause whose cause is known to be gone.</summary>
    /// <param name="reason">Only a pause with this reason; null: any.</param>
    /// <param name="isToldAgain">
    /// Resolves its alert too, so that the same pause would be reported again; otherwise the alert stays open until something is sent.
    /// </param>
    internal Task<OperationResult> EndPauseAsync(
        string scope,
        string? reason,
        bool isToldAgain,
        string actor,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            async (context, token) =>
            {
                if (
                    await context
                        .Pauses.Where(pause => pause.Scope == scope && (reason == null || pause.Reason == reason))
                        .ExecuteDeleteAsync(token) == 0
                )
                {
                    return new OperationResult(OperationStatus.AlreadyDone);
                }

                if (isToldAgain)
                {
                    await AlertLedger.ResolveAsync(context, scope, reason: null, time.GetUtcNow(), token);
                }

                Audit(context, actor, "resume", scope, null);
                return new OperationResult(OperationStatus.Done);
            },
            cancellationToken
        );

    /// <summary>
    /// Sends a delivery's failed, expired, cancelled or recalled posts as new posts at the end of its thread (or in a new one, if it has
    /// no root). What was posted is not repeated: recall it first.
    /// </summary>
    public Task<OperationResult> ResendAsync(long delivery, string actor, CancellationToken cancellationToken) =>
        WithThreadAsync(delivery, "resend", actor, ReissuedPosts.Resend, cancellationToken);

    /// <summary>
    /// Cancels a delivery's planned posts and deletes what was posted, last first; uncertain or parked posts follow once they are decided.
    /// </summary>
    public Task<OperationResult> RecallAsync(long delivery, string actor, CancellationToken cancellationToken) =>
        WithThreadAsync(delivery, "recall", actor, ReissuedPosts.Recall, cancellationToken);

    /// <summary>Takes down the line that holds a late briefing's place; nothing if the briefing is there by now.</summary>
    internal Task<OperationResult> RecallHeldAsync(long delivery, string actor, CancellationToken cancellationToken) =>
        WithThreadAsync(delivery, "recall", actor, ReissuedPosts.Recall, cancellationToken, onlyHeld: true);

    private Task<OperationResult> WithThreadAsync(
        long delivery,
        string action,
        string actor,
        Func<StoredDelivery, DateTimeOffset, DateTimeOffset, IReadOnlyList<Post>> rowsOf,
        CancellationToken cancellationToken,
        bool onlyHeld = false
    ) =>
        RunAsync(
            async (context, token) =>
            {
                // Whoever fills it meanwhile waits for this, or this for him.
                if (onlyHeld && await LockHeldAsync(context, delivery, token) == 0)
                {
                    return new OperationResult(OperationStatus.AlreadyDone);
                }

                // Each row has a unique key: of two admins at once, the second fails here, runs again and finds nothing to do. A recall
                // already planned stays planned.
                var cancelled =
                    action == "recall"
                        ? await CancelPlannedAsync(
                            context.Posts.Where(post => post.Kind != PostKind.Recall),
                            delivery,
                            Reasons.Recalled,
                            token
                        )
                        : 0;
                var loaded = await context
                    .Deliveries.AsNoTracking()
                    .Include(row => row.Posts.OrderBy(post => post.Ordinal).ThenBy(post => post.Id))
                    .SingleOrDefaultAsync(row => row.Id == delivery, token);
                if (loaded is null)
                {
                    return new OperationResult(OperationStatus.NotFound);
                }

                var now = clock.Now;
                var wanted = rowsOf(loaded, now, now + options.UsefulWindow);
                var removed = await PayloadContents.RemovedAsync(context, [.. wanted.Select(row => row.PayloadHash).Distinct()], token);
                // To delete a message its content is not needed.
                var rows = wanted.Where(row => row.Kind == PostKind.Recall || !removed.Contains(row.PayloadHash)).ToList();
                if (rows.Count + cancelled == 0)
                {
                    return wanted.Count == 0
                        ? new OperationResult(OperationStatus.AlreadyDone)
                        : new OperationResult(OperationStatus.NotPossible) { IsContentRemoved = true };
                }

                context.AddRange(rows);
                Audit(context, actor, action, $"delivery:{delivery}", $"{rows.Count} posts");
                if (rows.Any(OutcomePolicy.IsRoot))
                {
                    await context
                        .Deliveries.Where(row => row.Id == delivery)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.ThreadId, (string?)null), token);
                }

                await WakeAsync(context, delivery, token);
                return new OperationResult(OperationStatus.Done, rows.Count + cancelled);
            },
            cancellationToken
        );

    private static Task<int> LockHeldAsync(ArchiveContext context, long delivery, CancellationToken cancellationToken) =>
        context
            .Deliveries.Where(row => row.Id == delivery && row.BriefingId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, row => row.NextAt), cancellationToken);

    private Task<OperationResult> OnPostAsync(
        string postKey,
        string action,
        string actor,
        PostState from,
        string reason,
        Func<IQueryable<Post>, Task<int>> change,
        CancellationToken cancellationToken,
        string? thread = null
    ) =>
        RunAsync(
            async (context, token) =>
            {
                var post = await context.Posts.AsNoTracking().SingleOrDefaultAsync(row => row.Key == postKey, token);
                if (post is null)
                {
                    return new OperationResult(OperationStatus.NotFound);
                }

                // A correction is in no channel: it is confirmed or left out with the rest of its revision.
                var rows = context.Posts.Where(row => row.Key == postKey && row.State == from && row.Reason != Reasons.Unconfirmed);
                if (await change(rows) == 0)
                {
                    return post.Reason == reason
                        ? new OperationResult(OperationStatus.AlreadyDone)
                        : new OperationResult(
                            OperationStatus.NotPossible,
                            Detail: $"the post is {post.State.ToString().ToLowerInvariant()}"
                        )
                        {
                            State = post.State,
                            IsUnconfirmed = UnconfirmedPosts.IsOne(post),
                        };
                }

                if (thread is not null && OutcomePolicy.IsRoot(post))
                {
                    await context
                        .Deliveries.Where(row => row.Id == post.DeliveryId)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.ThreadId, thread), token);
                }

                await AlertLedger.ResolveAsync(context, $"post:{postKey}", reason: null, time.GetUtcNow(), token);
                Audit(context, actor, action, $"post:{postKey}", null);
                await WakeAsync(context, post.DeliveryId, token);
                return new OperationResult(OperationStatus.Done, 1);
            },
            cancellationToken
        );

    private static Task<int> CancelPlannedAsync(
        IQueryable<Post> posts,
        long delivery,
        string reason,
        CancellationToken cancellationToken
    ) =>
        posts
            .Where(post => post.DeliveryId == delivery)
            .Where(UnconfirmedPosts.WaitingOrPlanned)
            .ExecuteUpdateAsync(
                set => set.SetProperty(post => post.State, PostState.Cancelled).SetProperty(post => post.Reason, reason),
                cancellationToken
            );

    /// <summary>Makes the delivery due now, whatever it was waiting for.</summary>
    private Task<int> WakeAsync(ArchiveContext context, long delivery, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return context
            .Deliveries.Where(row => row.Id == delivery)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextAt, now).SetProperty(row => row.State, DeliveryState.Open),
                cancellationToken
            );
    }

    private void Audit(ArchiveContext context, string actor, string action, string target, string? detail) =>
        context.Add(
            new AuditEntry
            {
                At = time.GetUtcNow(),
                Actor = actor,
                Action = action,
                Target = target,
                Detail = detail,
            }
        );

    private async Task<OperationResult> RunAsync(
        Func<ArchiveContext, CancellationToken, Task<OperationResult>> work,
        CancellationToken cancellationToken
    )
    {
        var result = await transactions.RunAsync(
            async (context, token) =>
            {
                var result = await work(context, token);
                await context.SaveChangesAsync(token);
                return result;
            },
            cancellationToken
        );
        alarm.Ring(time.GetUtcNow());
        return result;
    }
}
