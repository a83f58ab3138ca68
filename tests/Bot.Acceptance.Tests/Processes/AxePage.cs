using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Bot.Acceptance.Tests.Processes;

/// <summary>A tab that judges what it shows.</summary>
public sealed class AxePage : IAsyncDisposable
{
    /// <summary>Of every wait; the machine may be busy.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // What passes is not wanted, and there is nothing to preload: all styles are the page's own. What axe cannot decide a person must;
    // contrast it can, as colours are plain and stand on plain ones.
    private const string Run = """
        async rules => {
          const chosen = rules.length === 0 ? {} : { runOnly: { type: 'rule', values: rules } };
          const found = await axe.run(document, { ...chosen, resultTypes: ['violations', 'incomplete'], preload: false });
          const told = results => results.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.help}) at ${node.target.join(' ')}`));
          return [...told(found.violations), ...told(found.incomplete.filter(rule => rule.id === 'color-contrast'))];
        }
        """;

    private static readonly string[] EveryRule = [];

    // Another scheme has other colours and is otherwise the same page.
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    private static readonly (ColorScheme Scheme, int Width, string[] Rules)[] Views =
    [
        (ColorScheme.Light, 375, EveryRule),
        (ColorScheme.Dark, 375, OfColours),
        (ColorScheme.Dark, 1280, OfColours),
        (ColorScheme.Light, 1280, EveryRule),
    ];

    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private readonly Uri _address;

    private AxePage(IBrowserContext context, IPage page, Uri address) => (_context, _page, _address) = (context, page, address);

    public static async Task<AxePage> OpenAsync(IBrowser browser, Uri address)
    {
        var context = await browser.NewContextAsync(new() { Locale = "ja-JP" });
        context.SetDefaultTimeout((float)Deadline.TotalMilliseconds);
        return new AxePage(context, await context.NewPageAsync(), address);
    }

    /// <summary>Loads the path until it shows so many of an element.</summary>
    public Task UntilAsync(string path, string selector, int count) =>
        Eventually.GetAsync(
            async () =>
            {
                await _page.GotoAsync(new Uri(_address, path).ToString());
                return await _page.Locator(selector).CountAsync();
            },
            found => found >= count,
            $"{count} of {selector}",
            Deadline
        );

    public async Task<string> LinkAsync(string path, string selector)
    {
        await _page.GotoAsync(new Uri(_address, path).ToString());
        return (await _page.Locator(selector).First.GetAttributeAsync("href"))!;
    }

    public async Task SignInAsync(string token)
    {
        await _page.GotoAsync(new Uri(_address, "/sign-in").ToString());
        await _page.Locator("input[name='token']").FillAsync(token);
        await _page.Locator("input[name='token']").PressAsync("Enter");
        await _page.WaitForLoadStateAsync();
    }

    /// <summary>Looks at each page; with no path, at the one that is shown.</summary>
    public async Task CheckAsync(IReadOnlyList<string> paths, IReadOnlyDictionary<string, string>? headers = null)
    {
        await _context.SetExtraHTTPHeadersAsync(headers ?? new Dictionary<string, string>());
        var found = new List<string>();
        if (paths.Count == 0)
        {
            await LookAsync(_page.Url, found);
        }

        foreach (var path in paths)
        {
            await _page.GotoAsync(new Uri(_address, path).ToString());
            await LookAsync(path, found);
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>What it objects to in a document.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string html)
    {
        await _page.SetContentAsync(html);
        var found = new List<string>();
        await LookAsync("", found);
        return found;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task LookAsync(string path, List<string> found)
    {
        await _page.EvaluateAsync(Script).WaitAsync(Deadline);
        foreach (var (scheme, width, rules) in Views)
        {
            await _page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await _page.SetViewportSizeAsync(width, 812);
            var told = await _page.EvaluateAsync<string[]>(Run, rules).WaitAsync(Deadline);
            found.AddRange(told.Select(one => $"{path} {scheme} {width}: {one}"));
        }
    }
}
