using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Crashes;

/// <summary>Random faults while the bot is killed at random: of the platform, of its threads and of our clock.</summary>
internal static class Misfortune
{
    /// <summary>At most an hour, as seen in the field.</summary>
    private const int MostMinutes = 60;

    /// <summary>Many and short: an unexplained refusal passes before the patience with it ends.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(100), 8)];

    /// <summary>How often a person locks or deletes a thread: a few times per run.</summary>
    private static double People => Share.IsAll ? 0.01 : 0.03;

    /// <summary>How far the next process's clock is ahead; half of them are right.</summary>
    public static TimeSpan Clock(Random random) =>
        random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(random.Next(-MostMinutes, MostMinutes + 1));

    /// <summary>A post that ended because a person locked or deleted its thread.</summary>
    public static bool IsEnd(Post post) => post is { State: PostState.Failed, Reason: Reasons.ThreadLocked or Reasons.ThreadGone };

    public static void Begin(StagedPlatform platform)
    {
        var script = platform.Script;
        void Add(Fault fault, double chance) => script.Add(fault with { Times = null, Chance = chance });

        Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send" }, 0.04);
        Add(new Fault(Decision.Ignore, Answer.WithStatus(500)) { Operation = "send" }, 0.04);
        Add(new Fault(Decision.Limit("0.1"), null) { Operation = "send" }, 0.04);
        // Only Discord has this operation.
        Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "start-thread" }, 0.04);
        Add(new Fault(null, Answer.WithStatus(502)) { Operation = "find" }, 0.1);
        Add(platform.ThreadLocked, People);
        Add(platform.ThreadDeleted, People);
        foreach (var unexplained in platform.Unexplained)
        {
            Add(unexplained with { Operation = "send" }, 0.02);
            Add(unexplained with { Operation = "find" }, 0.02);
            Add(unexplained with { Operation = "start-thread" }, 0.02);
        }

        // Slow enough that something is always in flight.
        Add(new Fault(null, Answer.Delayed(TimeSpan.FromMilliseconds(15))), 1);
    }
}
