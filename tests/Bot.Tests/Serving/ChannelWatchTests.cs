using Bot.Archive;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Serving;
using Bot.Testing;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Serving;

public sealed class ChannelWatchTests : IDisposable
{
    private static readonly ChannelProbe Bare = new(false)
    {
        Name = "news",
        Missing = [new LocalizedText("メッセージを送信", "Send Messages")],
    };

    private readonly Bench _bench = new();
    private readonly ScriptedProbe _discord = new(PlatformId.Discord);
    private readonly ScriptedProbe _slack = new(PlatformId.Slack, asksFreely: false);
    private readonly HeardAlerts _alerts = new();

    public ChannelWatchTests() =>
        _bench.Compose = services =>
            services.AddSingleton<IChannelProbe>(_discord).AddSingleton<IChannelProbe>(_slack).AddSingleton<IOperatorAlerts>(_alerts);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_permission_that_was_taken_away_is_told_before_the_briefing_comes_and_pauses_nothing()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await host.SubscribeAsync(PlatformId.Discord, "c1", "c2");
        _discord.Says["c1"] = Bare;

        await Watch(host).LookAsync(Cancel);

        var alert = Assert.Single(_alerts.All);
        Assert.Equal((ChannelWatch.Reason, Scope(PlatformId.Discord, "c1")), (alert.Reason, alert.Subject));
        Assert.Equal("#news (c1): missing \"Send Messages\"", alert.Detail);
        Assert.Empty(await host.PausesAsync());

        _discord.Says.Clear();
        await Watch(host).LookAsync(Cancel);
        Assert.Contains((ChannelWatch.Reason, Scope(PlatformId.Discord, "c1")), _alerts.Resolved);
    }

    [Fact]
    public async Task A_channel_that_a_missing_permission_had_paused_goes_on_when_it_is_there_again_and_others_do_not()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await host.SubscribeAsync(PlatformId.Discord, "c1", "c2");
        await host.PauseAsync(Scope(PlatformId.Discord, "c1"), Reasons.PermissionMissing);
        await host.PauseAsync(Scope(PlatformId.Discord, "c2"), Reasons.PausedByAdmin);
        _discord.Says["c1"] = Bare;

        await LookAsync(host);
        Assert.Equal(2, (await host.PausesAsync()).Count);
        // It was told when it was paused.
        Assert.Empty(_alerts.All);

        _discord.Says.Clear();
        await LookAsync(host);
        Assert.Equal([Scope(PlatformId.Discord, "c2")], await host.PausesAsync());
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Cancel);
        var entry = await context.Audit.SingleAsync(row => row.Action == "resume", Cancel);
        Assert.Equal(("pause-watch", Scope(PlatformId.Discord, "c1")), (entry.Actor, entry.Target));
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_changes_nothing()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await host.SubscribeAsync(PlatformId.Discord, "c1", "c2");
        await host.PauseAsync(Scope(PlatformId.Discord, "c1"), Reasons.PermissionMissing);
        _discord.Says["c1"] = _discord.Says["c2"] = new ChannelProbe(false) { Unanswered = true };

        await LookAsync(host);

        Assert.Single(await host.PausesAsync());
        Assert.Empty(_alerts.All);
        Assert.Empty(_alerts.Resolved);
    }

    [Fact]
    public async Task Where_questions_are_counted_narrowly_only_the_paused_channels_are_asked_about_and_nowhere_is_one_asked_about_twice()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await host.SubscribeAsync(PlatformId.Slack, "C1", "C2");
        await host.SubscribeAsync(PlatformId.Discord, "c1", "c2");
        await host.PauseAsync(Scope(PlatformId.Slack, "C2"), Reasons.PermissionMissing);
        await host.PauseAsync(Scope(PlatformId.Discord, "c2"), Reasons.PermissionMissing);

        await LookAsync(host);

        Assert.Equal(["C2"], _slack.Asked);
        Assert.Equal(["c1", "c2"], _discord.Asked.Order());
        Assert.Empty(await host.PausesAsync());
    }

    [Fact]
    public async Task A_server_that_the_bot_was_removed_from_is_one_matter_and_not_one_a_channel()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await host.SubscribeAsync(PlatformId.Discord, "c1", "c2");
        await host.PauseAsync(PauseScopes.Workspace(PlatformId.Discord.Value, "T1"), Reasons.BotRemoved);
        _discord.Says["c1"] = _discord.Says["c2"] = Bare;

        await Watch(host).LookAsync(Cancel);

        Assert.Empty(_discord.Asked);
        Assert.Empty(_alerts.All);
    }

    [Fact]
    public async Task It_looks_at_all_in_its_rhythm()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await host.SubscribeAsync(PlatformId.Discord, "c1", "c2");
        var clock = new FakeTimeProvider();
        using var watch = Watch(host, clock, TimeSpan.FromMinutes(15));

        await watch.StartAsync(Cancel);
        await AskedAsync(2);
        clock.Advance(TimeSpan.FromMinutes(14));
        await AskedAsync(2);
        clock.Advance(TimeSpan.FromMinutes(1));
        await AskedAsync(4);

        await watch.StopAsync(Cancel);
    }

    /// <summary>What looks at channels, each once: before a pause is ended and after.</summary>
    private static async Task LookAsync(HostServices host)
    {
        await Watch(host).LookAsync(Cancel);
        await host.Services.GetRequiredService<PauseWatch>().LookAsync(Cancel);
    }

    private async Task AskedAsync(int count)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Bench.Patience);
        while (_discord.Asked.Count < count)
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }

        Assert.Equal(count, _discord.Asked.Count);
    }

    private static ChannelWatch Watch(HostServices host, TimeProvider? time = null, TimeSpan? rhythm = null) =>
        time is null
            ? ActivatorUtilities.CreateInstance<ChannelWatch>(host.Services, rhythm ?? TimeSpan.FromHours(1))
            : ActivatorUtilities.CreateInstance<ChannelWatch>(host.Services, rhythm ?? TimeSpan.FromHours(1), time);

    private static string Scope(PlatformId platform, string channel) => PauseScopes.Channel(platform.Value, "T1", channel);
}
