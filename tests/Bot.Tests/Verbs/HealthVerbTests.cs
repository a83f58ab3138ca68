using Bot.Tests.Infrastructure;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

[Collection(OneHostCollection.Name)]
public sealed class HealthVerbTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_running_service_is_well_and_one_that_is_gone_is_not()
    {
        _bench.Set("Web:Auth:Tokens:0", "91b7aa48365f2c9a7be1d0");
        await using (var bot = await RunningBot.StartAsync(_bench))
        {
            _bench.Set("Web:Url", bot.Http.BaseAddress!.ToString());
            var live = await _bench.RunAsync("health");
            var ready = await _bench.RunAsync("health", "--ready");

            Assert.Equal((0, "Healthy\n"), (live.Code, live.Output.ReplaceLineEndings("\n")));
            Assert.Equal(0, ready.Code);
            Assert.Contains("database: Healthy", ready.Output, StringComparison.Ordinal);
        }

        var gone = await _bench.RunAsync("health");
        Assert.Equal(1, gone.Code);
        Assert.Contains("does it run?", gone.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:80;https://*:443", "http://127.0.0.1/")]
    [InlineData("http://0.0.0.0:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://[::]:5080", "http://[::1]:5080/")]
    [InlineData("https://localhost:5081/", "https://localhost:5081/")]
    public void It_asks_where_this_machine_reaches_the_service(string urls, string address) =>
        Assert.Equal(address, HealthVerb.AddressOf(urls).ToString());
}
