using System.Globalization;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Crashes;

/// <summary>Kills that know of no checkpoint: at random instants of sending and of recovering, with a platform that misbehaves at random too.</summary>
[Collection(CrashCollection.Name)]
public sealed class RandomKillTests(ITestOutputHelper output)
{
    private const int Channels = 8;
    private const int Plenty = 50;

    private static readonly DateOnly Day = new(2026, 1, 6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Those of a platform are shared between its databases; in CI 20 in all, shared between the platforms.</summary>
    public static TheoryData<Platforms, DatabaseProvider, int> Kills
    {
        get
        {
            var data = new TheoryData<Platforms, DatabaseProvider, int>();
            var places = Share.ProcessScenes(turn: 0).ToList();
            foreach (var (at, (platform, provider)) in places.Index())
            {
                var ofAFew = (20 / places.Count) + (at < 20 % places.Count ? 1 : 0);
                data.Add(platform, provider, Share.IsAll ? Share.Kills / places.Count(place => place.Platform == platform) : ofAFew);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Kills))]
    [Trait("Fault", "A3")]
    [Trait("Fault", "A4")]
    public async Task Killed_at_random_instants_and_again_while_it_recovers(Platforms platform, DatabaseProvider provider, int kills)
    {
        var random = new Random(Share.Seed + (int)provider);
        await using var stage = await Stage.SetAsync(new Scene(await Share.DatabaseAsync(provider), platform));
        stage.Options.LeaseLength = TimeSpan.FromSeconds(1);
        stage.Options.LeaseRenewal = TimeSpan.FromSeconds(0.2);
        await stage.SubscribeAsync(Enumerable.Range(1, Channels).Select(channel => ($"T{channel % 3}", $"c{channel}")));
        Misbehave(stage.Chat.Script);
        var (days, doubles) = (0, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            // Enough that the next process has something to be killed at.
            while ((await stage.DeliveriesAsync()).SelectMany(delivery => delivery.Posts).Count(post => post.State == PostState.Planned) < Plenty)
            {
                await stage.IngestAsync(Stage.Briefing(Day.AddDays(days++)));
            }

            var seen = stage.Chat.Log.All.Count;
            var child = stage.Launch();
            // Every third dies as soon as it looks something up, which is the recovery from the death before.
            var isDouble = kill % 3 == 2;
            doubles += isDouble ? 1 : 0;
            var least = isDouble ? 40 : random.Next(20);
            var asked = stage.Chat.Log.All.Where(IsSend).Select(entry => entry.Key).ToHashSet();
            await stage.Chat.Log.WaitForAsync(
                entry => (isDouble && IsLook(entry, asked)) || (IsSend(entry) && --least < 0), Swift.Deadline, Cancellation, after: seen);
            // The instant itself is what is random here.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(25)), Cancellation);
            await child.KillAsync();
        }

        stage.Chat.Script.Clear();
        stage.Launch();
        var started = TimeProvider.System.GetTimestamp();
        var deliveries = await stage.UntilDoneAsync(days * Channels);
        var found = deliveries.SelectMany(delivery => delivery.Posts).Count(post => post.Reason == Reasons.Found);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{platform} on {provider}: seed {Share.Seed}, {kills} kills ({doubles} during recovery), {stage.Count(LogKind.Accepted, "send")} posts, {found} found by look-up, quiet after {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s"));
    }

    private static bool IsSend(LogEntry entry) => entry is { Kind: LogKind.Asked, Operation: "send" };

    // Where a look-up is a repetition, a known key tells it.
    private static bool IsLook(LogEntry entry, HashSet<string?> asked) =>
        entry is { Kind: LogKind.Asked, Operation: "find" } || (IsSend(entry) && asked.Contains(entry.Key));

    private static void Misbehave(FaultScript script)
    {
        script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send", Times = null, Chance = 0.04 });
        script.Add(new Fault(Decision.Ignore, Answer.WithStatus(500)) { Operation = "send", Times = null, Chance = 0.04 });
        script.Add(new Fault(Decision.Limit("0.1"), null) { Operation = "send", Times = null, Chance = 0.04 });
        // Only Discord has this one.
        script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "start-thread", Times = null, Chance = 0.04 });
        script.Add(new Fault(null, Answer.WithStatus(502)) { Operation = "find", Times = null, Chance = 0.1 });
        // Slow enough that there is always something under way.
        script.Add(new Fault(null, Answer.Delayed(TimeSpan.FromMilliseconds(15))) { Times = null });
    }
}
