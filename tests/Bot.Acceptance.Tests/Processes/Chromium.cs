using Microsoft.Playwright;

namespace Bot.Acceptance.Tests.Processes;

/// <summary>A headless browser: the executable in BOT_TEST_BROWSER. Without one the test is skipped.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        var executable = Environment.GetEnvironmentVariable("BOT_TEST_BROWSER");
        Assert.SkipWhen(string.IsNullOrEmpty(executable), "BOT_TEST_BROWSER names no Chromium executable.");
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Flags }));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
