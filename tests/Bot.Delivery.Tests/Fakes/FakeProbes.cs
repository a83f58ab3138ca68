using Bot.Chat.Platforms;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>The fake platform's answers when asked about its token, a channel or a thread.</summary>
public sealed class FakeProbes : ITokenProbe, IChannelProbe, IThreadProbe
{
    private int _questions;

    public PlatformId Platform { get; } = new("fake");

    public TokenStanding Token { get; set; } = TokenStanding.Accepted;

    public ChannelProbe Channel { get; set; } = new(Usable: true);

    public ThreadStanding Thread { get; set; } = ThreadStanding.Open;

    /// <summary>How many questions were asked.</summary>
    public int Questions => _questions;

    public Task<TokenProbe> ProbeAsync(string token, CancellationToken cancellationToken) => Answer(new TokenProbe(Token, "its words"));

    public Task<ChannelProbe> ProbeAsync(ChannelAddress channel, IReadOnlyList<SendOptions> posts, CancellationToken cancellationToken) =>
        Answer(Channel);

    public Task<ThreadProbe> ProbeAsync(ChannelAddress channel, string threadId, CancellationToken cancellationToken) =>
        Answer(new ThreadProbe(Thread, "its words"));

    private Task<T> Answer<T>(T answer)
    {
        Interlocked.Increment(ref _questions);
        return Task.FromResult(answer);
    }
}
