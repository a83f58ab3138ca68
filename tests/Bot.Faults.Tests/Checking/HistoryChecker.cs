using Bot.Archive.Entities;
using Bot.Delivery;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Bot.Emulators.TestChat;

namespace Bot.Faults.Tests.Checking;

/// <summary>
/// Checks a run against the invariants I1 to I11 of the fault model. I10 (no unintended mention) depends on what a platform renders, so
/// this only checks that a briefing's text reaches the server exactly as it was frozen.
/// </summary>
public static class HistoryChecker
{
    private static readonly PostState[] Ended =
    [
        PostState.Sent,
        PostState.Parked,
        PostState.Failed,
        PostState.Expired,
        PostState.Cancelled,
    ];
    private static readonly PostState[] MayBeThere = [PostState.Sent, PostState.Sending, PostState.Uncertain, PostState.Parked];

    /// <summary>Violations, each starting with the invariant's number; empty if there are none.</summary>
    /// <param name="isOver">The run was awaited to its end, so every post must have ended.</param>
    public static IReadOnlyList<string> Check(History history, bool isOver = true)
    {
        var problems = new List<string>();
        var posts = history.Posts.Where(Creates).ToDictionary(post => post.Key);
        Repeats(history, problems);
        SentIsThere(history, posts, problems);
        KnownAndOpen(history, posts, problems);
        Threads(history, problems);
        Texts(history, posts, problems);
        OneSender(history, problems);
        Secrets(history, problems);
        if (isOver)
        {
            problems.AddRange(
                history
                    .Posts.Where(post => !Ended.Contains(post.State))
                    .Select(post => $"I7 post {post.Key} is stuck in {post.State} ({post.Reason})")
            );
        }

        return problems;
    }

    /// <summary>Fails with all problems and the timeline.</summary>
    public static void Verify(History history, bool isOver = true)
    {
        var problems = Check(history, isOver);
        Assert.True(problems.Count == 0, $"{string.Join('\n', problems)}\n{Timeline.Of(history)}");
    }

    private static bool Creates(Post post) => post.Kind is PostKind.Original or PostKind.Append;

    private static void Repeats(History history, List<string> problems) =>
        problems.AddRange(
            history
                .Accepted.GroupBy(entry => entry.Key)
                .Where(group => group.Count() > 1)
                .Select(group =>
                    $"I1 key {group.Key} was posted {group.Count()} times: {string.Join(", ", group.Select(entry => entry.MessageId))}"
                )
        );

    private static void SentIsThere(History history, Dictionary<string, Post> posts, List<string> problems)
    {
        var ids = history.Accepted.ToLookup(entry => entry.Key, entry => entry.MessageId);
        problems.AddRange(
            posts
                .Values.Where(post => post.State == PostState.Sent && !ids[post.Key].Contains(post.MessageId))
                .Select(post =>
                    $"I2 post {post.Key} is sent as {post.MessageId}, the server has {string.Join(", ", ids[post.Key].DefaultIfEmpty("nothing"))}"
                )
        );
    }

    private static void KnownAndOpen(History history, Dictionary<string, Post> posts, List<string> problems)
    {
        foreach (var entry in history.Accepted)
        {
            if (!posts.TryGetValue(entry.Key!, out var post))
            {
                problems.Add($"I3 the server has {entry.Key} ({entry.MessageId}), the ledger does not know it");
            }
            else if (
                !MayBeThere.Contains(post.State)
                && post.Reason is not ("settled" or "resent" or "recalled")
                && !history.IsTakenBack(entry, post)
            )
            {
                var invariant = post.State == PostState.Planned ? "I3" : "I6";
                problems.Add($"{invariant} the server has {entry.Key} ({entry.MessageId}), the ledger says {post.State} ({post.Reason})");
            }
        }
    }

    private static void Threads(History history, List<string> problems)
    {
        var places = history.Accepted.GroupBy(entry => entry.Key!).ToDictionary(group => group.Key, group => group.First());
        foreach (var delivery in history.Deliveries)
        {
            var there = delivery
                .Posts.Where(post => Creates(post) && places.ContainsKey(post.Key))
                .OrderBy(post => post.Ordinal)
                .ThenBy(post => post.Id)
                .Select(post => (post, place: places[post.Key]))
                .Where(item => !history.IsTakenBack(item.place, item.post))
                .ToList();
            problems.AddRange(
                there
                    .Zip(there.Skip(1))
                    .Where(pair => pair.First.place.Sequence > pair.Second.place.Sequence)
                    .Select(pair =>
                        $"I4 delivery {delivery.Id}: post {pair.Second.post.Ordinal} was there before post {pair.First.post.Ordinal}"
                    )
            );
            // A root that an admin had resent started its own thread.
            var roots = there.Where(item => OutcomePolicy.IsRoot(item.post)).Select(item => item.place.MessageId).ToList();
            foreach (var (post, place) in there)
            {
                if (delivery.ThreadId == delivery.Channel)
                {
                    // A person's direct channel on Discord, which belongs to no server and has no threads.
                    if (place.Thread is not null || place.Channel?.EndsWith($"/{delivery.Channel}", StringComparison.Ordinal) != true)
                    {
                        problems.Add($"I5 delivery {delivery.Id}: post {post.Ordinal} is not in the person's direct channel");
                    }

                    continue;
                }

                var isBeside = post.Section == NoticePlans.Arrival && place.Thread is null;
                if (
                    OutcomePolicy.IsRoot(post)
                        ? place.Thread is not null
                        : !isBeside && (place.Thread is null || !roots.Contains(place.Thread))
                )
                {
                    problems.Add(
                        $"I5 delivery {delivery.Id}: post {post.Ordinal} is in thread {place.Thread ?? "none"}, the root is {string.Join(" and ", roots)}"
                    );
                }

                if (place.Channel != $"{delivery.Workspace}/{delivery.Channel}")
                {
                    problems.Add($"I5 delivery {delivery.Id}: post {post.Ordinal} is in {place.Channel}");
                }
            }
        }
    }

    private static void Texts(History history, Dictionary<string, Post> posts, List<string> problems)
    {
        foreach (var entry in history.Accepted)
        {
            if (posts.TryGetValue(entry.Key!, out var post) && ChatRooms.Hash(history.Texts[post.PayloadHash]) != entry.TextHash)
            {
                problems.Add($"I11 {entry.Key} was posted with another text than the one that was frozen");
            }
        }
    }

    /// <summary>
    /// No request leaves one process after another has sent with its token, unless the first took the lease back. Taking it is not enough:
    /// a process may report that late, when it has already lost it again, and then it can commit nothing.
    /// </summary>
    private static void OneSender(History history, List<string> problems)
    {
        var senders = new Dictionary<string, int>();
        var taken = new Dictionary<(string Token, int Process), int>();
        foreach (var (at, step) in history.Steps.Where(step => step.Token is not null).OrderBy(step => step.At).Index())
        {
            var token = step.Token!;
            if (step.Name == DeliveryCheckpoints.LeaseTaken)
            {
                taken[(token, step.Process)] = at;
            }

            // Not that sending was committed: the epoch fenced that commit, and a process that is held up afterwards reports it late, looks
            // at its lease again and sends nothing.
            if (step.Name != DeliveryCheckpoints.RequestLeaving)
            {
                continue;
            }

            if (
                senders.TryGetValue(token, out var sender)
                && sender != step.Process
                && taken.GetValueOrDefault((token, sender)) > taken.GetValueOrDefault((token, step.Process))
            )
            {
                problems.Add($"I8 process {step.Process} sent {step.Key} with {token} after process {sender} had taken it");
                continue;
            }

            senders[token] = step.Process;
        }

        var epochs = history.Leases.ToDictionary(lease => lease.Token, lease => lease.Epoch);
        problems.AddRange(
            from delivery in history.Deliveries
            from post in delivery.Posts
            where post.Epoch > epochs.GetValueOrDefault(delivery.Token)
            select $"I8 post {post.Key} was written under epoch {post.Epoch}, {delivery.Token} is at {epochs.GetValueOrDefault(delivery.Token)}"
        );
    }

    private static void Secrets(History history, List<string> problems) =>
        problems.AddRange(
            from paper in history.Papers
            from secret in history.Secrets
            where paper.Contains(secret, StringComparison.Ordinal)
            select $"I9 a secret stands in a text that begins {paper[..Math.Min(60, paper.Length)]}"
        );
}
