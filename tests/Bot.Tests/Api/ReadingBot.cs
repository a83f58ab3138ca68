using System.Net.Http.Headers;
using Bot.Testing.Briefings;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Api;

/// <summary>A running bot with two days of a series that is open to all, one day of a series that is not, and a token that may read.</summary>
public sealed class ReadingBot : IAsyncLifetime
{
    internal const string Reader = "5f2c9a7be1d04836b7aa92";
    internal const string Visitor = "7c1e9a7be1d04836b7aa93";

    private readonly Bench _bench = new();

    internal RunningBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // An inbox keeps the sample away.
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        _bench
            .Set("Intake:Inbox", "inbox")
            .Set("Web:Auth:Tokens:0", Visitor)
            .Set("Web:Auth:ReadTokens:0", Reader)
            .Set("Series:0:Key", "us-ai")
            .Set("Series:1:Key", "board")
            .Set("Series:1:Workspaces:0", "slack:T0000000001");
        var first = new FixtureBriefing();
        await IngestAsync("us-ai", first);
        await IngestAsync("us-ai", first with { Date = new(2026, 1, 7), Headline = "港の翌日" });
        await IngestAsync(
            "board",
            first with
            {
                Headline = "役員だけの知らせ",
                Rounds = [new("Velvetine", "秘密の計画", "7億ドル（シード）", "-", "秘密", 1)],
            }
        );
        Bot = await RunningBot.StartAsync(_bench);
        Bot.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Reader);
        Bot.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _bench.Dispose();
    }

    private async Task IngestAsync(string series, FixtureBriefing briefing)
    {
        var file = _bench.Write($"{series}/{briefing.Date:yyyy-MM-dd}.md", briefing.ToMarkdown());
        var outcome = await _bench.RunAsync("ingest", file, "--series", series);
        Assert.True(outcome.Code == 0, outcome.Error);
    }
}
