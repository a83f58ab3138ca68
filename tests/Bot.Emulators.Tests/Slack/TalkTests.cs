namespace Bot.Emulators.Tests.Slack;

/// <summary>Tests that talk to a server of their own.</summary>
public abstract class TalkTests : IAsyncLifetime
{
    protected Talk Talk { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Talk = await Talk.BeginAsync();

    public virtual ValueTask DisposeAsync() => Talk.DisposeAsync();
}
