using Bot.Serving.Telemetry;

namespace Bot.Tests.Serving.Telemetry;

public sealed class AddressRedactionTests
{
    private static readonly Uri[] Apis = [new("https://slack.com/api/"), new("https://discord.com/api/v10/")];

    [Theory]
    [InlineData("https://slack.com/api/chat.postMessage", "https://slack.com/api/chat.postMessage")]
    [InlineData("https://slack.com/api/conversations.replies?channel=C1&ts=1", "https://slack.com/api/conversations.replies")]
    [InlineData(
        "https://discord.com/api/v10/channels/100000000000000001/messages?limit=50",
        "https://discord.com/api/v10/channels/100000000000000001/messages"
    )]
    [InlineData(
        "https://discord.com/api/v10/webhooks/100000000000000001/aW50ZXJhY3Rpb246Y2FuYXJ5/messages/@original",
        "https://discord.com/api/v10/webhooks/100000000000000001/…/messages/@original"
    )]
    [InlineData("https://hooks.slack.com/commands/T1/1/abcdefghijklmnop", "https://hooks.slack.com")]
    [InlineData("https://example.com/topic", "https://example.com")]
    [InlineData("https://user:secret@example.com/a?token=b", "https://example.com")]
    [InlineData("no address", "")]
    public void Of_an_address_stays_what_tells_no_secret(string address, string shown)
    {
        using var redaction = new AddressRedaction(Apis);

        Assert.Equal(shown, redaction.Shown(address));
    }
}
