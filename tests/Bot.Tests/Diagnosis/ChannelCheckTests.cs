using Bot.Chat;
using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;
using Bot.Diagnosis;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Diagnosis;

public sealed class ChannelCheckTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly ScriptedProbe _discord = new(PlatformId.Discord);

    public ChannelCheckTests() => _bench.Compose = services => services.AddSingleton<IChannelProbe>(_discord);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Every_subscribed_channel_is_asked_about_once_and_those_that_cannot_be_asked_are_left_out()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await host.SubscribeAsync(PlatformId.Discord, "c1", "c2");
        await host.SubscribeAsync(PlatformId.Slack, "c3");

        var found = await host.Services.GetRequiredService<ChannelCheck>().ProbeAsync(Cancel);

        Assert.Equal(["c1", "c2"], found.Select(one => one.Channel.Channel));
        Assert.Equal(["c1", "c2"], _discord.Asked.Order());
    }

    [Fact]
    public async Task Few_are_asked_about_at_once_and_each_answer_stays_with_its_channel()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        var channels = Enumerable.Range(10, 20).Select(number => $"c{number}").ToArray();
        await host.SubscribeAsync(PlatformId.Discord, channels);
        var gate = new TaskCompletionSource();
        _discord.Gate = gate.Task;
        _discord.Says["c13"] = new ChannelProbe(false) { Unanswered = true };

        var probing = host.Services.GetRequiredService<ChannelCheck>().ProbeAsync(Cancel);
        gate.SetResult();
        var found = await probing;

        Assert.Equal(channels, found.Select(one => one.Channel.Channel));
        Assert.Equal(["c13"], found.Where(one => one.Probe.Unanswered).Select(one => one.Channel.Channel));
        Assert.InRange(_discord.MostAtOnce, 1, 4);
    }

    [Fact]
    public async Task What_is_missing_is_named_in_both_languages_beside_the_channels_name()
    {
        await using var host = await HostServices.OpenAsync(_bench);
        await host.SubscribeAsync(PlatformId.Discord, "c1");
        _discord.Says["c1"] = new ChannelProbe(false)
        {
            Name = "news",
            Missing = [new LocalizedText("メッセージを送信", "Send Messages"), new LocalizedText("チャンネルを見る", "View Channels")],
        };

        var finding = Assert.Single(await host.Services.GetRequiredService<ChannelCheck>().RunAsync(Cancel));

        Assert.Equal((Verdict.Failed, "discord"), (finding.Verdict, finding.Subject));
        Assert.Equal("#news (c1): missing \"Send Messages\", \"View Channels\"", finding.Text.English);
        Assert.Equal("#news (c1): 権限が足りません: 「メッセージを送信」、「チャンネルを見る」", finding.Text.Japanese);
    }

    [Theory]
    [InlineData("usable", Verdict.Ok, "can be posted to")]
    [InlineData("unanswered", Verdict.Warning, "could not be looked at")]
    [InlineData("problem", Verdict.Failed, "it is archived")]
    [InlineData("unexplained", Verdict.Failed, "cannot be posted to")]
    public void What_was_found_is_said_in_one_line(string what, Verdict verdict, string expected)
    {
        var probe = what switch
        {
            "usable" => new ChannelProbe(true),
            "unanswered" => new ChannelProbe(false) { Unanswered = true },
            "problem" => new ChannelProbe(false) { Problem = new LocalizedText("アーカイブされています", "it is archived") },
            _ => new ChannelProbe(false),
        };

        var finding = ChannelCheck.Say(new ChannelAddress(PlatformId.Slack, "T1", "C1"), probe);

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal($"C1: {expected}", finding.Text.English);
    }
}
