using System.Globalization;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Emulators.Log;
using Bot.FaultHost;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Crashes;

/// <summary>
/// Kills at random instants of sending and recovering, independent of checkpoints, while platform, clock, people and operator cause
/// trouble too.
/// </summary>
public sealed class RandomKillTests(ITestOutputHelper output)
{
    private const int Channels = 8;
    private const int Plenty = 50;

    private static readonly DateOnly Day = new(2026, 1, 6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A platform's kills are divided among its databases; in CI there are 20 in all, divided among the platforms.</summary>
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
    [Trait("Fault", "H1")]
    [Trait("Fault", "H2")]
    public async Task Killed_at_random_instants_and_again_while_it_recovers(Platforms platform, DatabaseProvider provider, int kills)
    {
        var random = new Random(Share.Seed + (int)provider);
        await using var stage = await Stage.SetAsync(new Scene(await Share.DatabaseAsync(provider), platform));
        stage.Options.LeaseLength = TimeSpan.FromSeconds(1);
        stage.Options.LeaseRenewal = TimeSpan.FromSeconds(0.2);
        stage.Options.RetryWaits = Misfortune.Waits;
        await stage.SubscribeAsync(Enumerable.Range(1, Channels).Select(channel => ($"T{channel % 3}", $"c{channel}")));
        Misfortune.Begin(stage.Chat);
        var (days, doubles, wrong, restored) = (0, 0, 0, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            if (kill * 3 >= kills * 2)
            {
                // From here on the operator restores backups, and tells every process so.
                stage.ExtraSettings["Delivery__VerifyBeforeSending"] = "true";
                restored += await Backup.RestoreAsync(stage, random, most: 3);
            }

            // Leaves enough for the next process to be killed during.
            while (await stage.PlannedAsync() < Plenty)
            {
                await stage.IngestAsync(Stage.Briefing(Day.AddDays(days++)));
            }

            var clock = Misfortune.Clock(random);
            wrong += clock == TimeSpan.Zero ? 0 : 1;
            stage.ExtraSettings[OffClock.Variable] = clock.ToString("c");
            var seen = stage.Chat.Log.All.Count;
            var child = stage.Launch();
            // Every third process dies as soon as it looks something up, that is, while recovering from the previous death.
            var isDouble = kill % 3 == 2;
            doubles += isDouble ? 1 : 0;
            var least = isDouble ? 40 : random.Next(20);
            var asked = stage.Chat.Log.All.Where(IsSend).Select(entry => entry.Key).ToHashSet();
            await stage.Chat.Log.WaitForAsync(
                entry => (isDouble && IsLook(entry, asked)) || (IsSend(entry) && --least < 0),
                Swift.Deadline,
                Cancellation,
                after: seen
            );
            // The instant itself is the random part.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(25)), TimeProvider.System, Cancellation);
            await child.KillAsync();
        }

        stage.Chat.Script.Clear();
        stage.ExtraSettings.Remove(OffClock.Variable);
        stage.Launch();
        var started = TimeProvider.System.GetTimestamp();
        var deliveries = await stage.UntilDoneAsync(days * Channels);
        // Nothing is missing except what people have locked or deleted.
        Assert.All(
            deliveries,
            delivery =>
                Assert.True(
                    delivery.Posts.TrueForAll(post => post.State == PostState.Sent) || delivery.Posts.Exists(Misfortune.IsEnd),
                    string.Join("; ", delivery.Posts.Select(post => $"{post.Ordinal} {post.State} {post.Reason} {post.Detail}"))
                )
        );
        var found = deliveries.SelectMany(delivery => delivery.Posts).Count(post => post.Reason == Reasons.Found);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{platform} on {provider}: seed {Share.Seed}, {kills} kills ({doubles} during recovery), {wrong} wrong clocks, {restored} restored deliveries, {deliveries.Count(delivery => delivery.Posts.Exists(Misfortune.IsEnd))} threads locked or deleted, {stage.Count(LogKind.Refused, "send")} refusals, {stage.Count(LogKind.Accepted, "send")} posts, {found} found by look-up, quiet after {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s"
            )
        );
    }

    private static bool IsSend(LogEntry entry) => entry is { Kind: LogKind.Asked, Operation: "send" };

    // If look-ups work by repeating the request, a known key identifies them.
    private static bool IsLook(LogEntry entry, HashSet<string?> asked) =>
        entry is { Kind: LogKind.Asked, Operation: "find" } || (IsSend(entry) && asked.Contains(entry.Key));
}
