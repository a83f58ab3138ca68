namespace Bot.Acceptance.Tests.Processes;

/// <summary>
/// One bot that shows its sample, started in an empty folder with nothing configured, for all tests that only look at it. Started by the
/// first of them.
/// </summary>
public sealed class SampleBot : IAsyncDisposable
{
    private readonly EmptyFolder _folder = new();
    private readonly Lock _gate = new();
    private BotProcess? _bot;

    public string Folder => _folder.Path;

    public Task<Uri> AddressAsync(PublishedBot published)
    {
        lock (_gate)
        {
            _bot ??= BotProcess.Start(published, _folder.Path);
        }

        return _bot.AddressAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        _folder.Dispose();
    }
}
