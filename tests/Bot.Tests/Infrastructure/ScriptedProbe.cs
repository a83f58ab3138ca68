using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Tests.Infrastructure;

/// <summary>A platform that says of its channels what the test tells it; of others, that they can be used.</summary>
internal sealed class ScriptedProbe(PlatformId platform, bool asksFreely = true) : IChannelProbe
{
    private int _at;

    public PlatformId Platform => platform;

    public bool AsksFreely => asksFreely;

    public ConcurrentDictionary<string, ChannelProbe> Says { get; } = new();

    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Questions that were open at the same time, at most.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Holds back every answer until it ends.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task<ChannelProbe> ProbeAsync(
        ChannelAddress channel,
        IReadOnlyList<SendOptions> posts,
        CancellationToken cancellationToken
    )
    {
        var at = Interlocked.Increment(ref _at);
        lock (Asked)
        {
            Asked.Enqueue(channel.Channel);
            MostAtOnce = Math.Max(MostAtOnce, at);
        }

        await Gate;
        Interlocked.Decrement(ref _at);
        return Says.GetValueOrDefault(channel.Channel) ?? new ChannelProbe(true) { Name = "news" };
    }
}
