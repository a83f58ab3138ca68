using Microsoft.Playwright;

namespace Bot.Acceptance.Tests.Processes;

/// <summary>One browser for all tests of a class: starting one costs more than looking.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private Chromium? _chromium;

    public IBrowser Browser => _chromium!.Browser;

    public async ValueTask InitializeAsync() => _chromium = await Chromium.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }
    }
}
