using System.Text.Json.Nodes;

namespace Bot.Slack.Tests.Receiving;

public sealed class LateUninstallTests
{
    [Theory]
    [InlineData("app_uninstalled")]
    [InlineData("tokens_revoked")]
    public async Task H6_What_Slack_says_late_of_an_earlier_installation_deletes_nothing(string type)
    {
        await using var listening = await Listening.StartAsync();
        var late = Event(listening, type, TimeSpan.FromHours(-2));
        await listening.Slack.Events.SendAsync(late, cancellationToken: Listening.Cancellation);
        // Events queued after it are handled in order.
        await listening.FinishAsync();

        Assert.True(listening.HasInstallations);
        Assert.Empty(listening.Removed);
    }

    [Theory]
    [InlineData("app_uninstalled")]
    [InlineData("tokens_revoked")]
    public async Task H6_What_is_said_of_this_installation_is_heard(string type)
    {
        await using var listening = await Listening.StartAsync();
        await listening.Slack.Events.SendAsync(Event(listening, type, TimeSpan.FromSeconds(5)), cancellationToken: Listening.Cancellation);
        await Listening.EventuallyAsync(() => !listening.HasInstallations);

        Assert.Equal([Listening.Team], listening.Removed);
    }

    private static JsonObject Event(Listening listening, string type, TimeSpan later)
    {
        var inner = new JsonObject { ["type"] = type };
        if (type == "tokens_revoked")
        {
            inner["tokens"] = new JsonObject { ["bot"] = new JsonArray("UB0000000001") };
        }

        var payload = listening.Slack.Events.Wrap(inner);
        payload["event_time"] = (listening.Slack.World.Time.GetUtcNow() + later).ToUnixTimeSeconds();
        return payload;
    }
}
