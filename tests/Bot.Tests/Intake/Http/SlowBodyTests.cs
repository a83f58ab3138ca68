using System.Net.Sockets;
using System.Text;
using Bot.Intake.Http;
using Bot.Testing;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Intake.Http;

[Collection(RunningBotCollection.Name)]
public sealed class SlowBodyTests
{
    [Fact]
    public async Task A_body_that_does_not_arrive_in_time_is_answered_with_408()
    {
        using var bench = new Bench { Time = new RetimedClock(PostBriefing.BodyLimit, TimeSpan.FromMilliseconds(50)) };
        Directory.CreateDirectory(Path.Combine(bench.Folder, "inbox"));
        bench.Set("Intake:ApiTokens:publisher", "5f2c9a7be1d04836b7aa91").Set("Intake:Inbox", "inbox");
        await using var bot = await RunningBot.StartAsync(bench);
        using var socket = new TcpClient();
        await socket.ConnectAsync(bot.Http.BaseAddress!.Host, bot.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        var head =
            "POST /api/briefings HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer 5f2c9a7be1d04836b7aa91\r\nContent-Length: 1000\r\n\r\n# 動向";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head), TestContext.Current.CancellationToken);

        var buffer = new byte[4096];
        var answer = await stream
            .ReadAsync(buffer, TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(Bench.Patience, TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 408", Encoding.UTF8.GetString(buffer, 0, answer), StringComparison.Ordinal);
    }
}
