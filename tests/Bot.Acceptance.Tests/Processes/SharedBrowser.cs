using Microsoft.Playwright;

namespace Bot.Acceptance.Tests.Processes;

/// <summary>One browser for all tests: starting one costs more than looking. Started by the first that looks.</summary>
public sealed class SharedBrowser : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<Chromium>? _chromium;

    /// <summary>Skips the test where there is none.</summary>
    public async Task<IBrowser> GetAsync()
    {
        Task<Chromium> started;
        lock (_gate)
        {
            started = _chromium ??= Chromium.StartAsync();
        }

        return (await started).Browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is { IsCompletedSuccessfully: true })
        {
            await (await _chromium).DisposeAsync();
        }
    }
}
