using System.Text.Json.Nodes;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack.Api;

public sealed class ChangingTests : TalkTests
{
    private const string Channel = SlackServer.FirstChannel;

    private static readonly object[] Blocks = [new { type = "divider" }];

    [Fact]
    public async Task Text_alone_takes_the_blocks_away()
    {
        var message = await UpdateAsync(
            new
            {
                channel = Channel,
                ts = await PostWithBlocksAsync(),
                text = "new",
            }
        );

        Assert.Null(message["blocks"]);
        Assert.Equal("new", (string?)message["text"]);
    }

    [Fact]
    public async Task Neither_text_nor_blocks_keeps_the_blocks()
    {
        var metadata = new { event_type = "x", event_payload = new { key = "k2" } };
        var message = await UpdateAsync(
            new
            {
                channel = Channel,
                ts = await PostWithBlocksAsync(),
                metadata,
            }
        );

        Assert.Single(message["blocks"]!.AsArray());
        Assert.Equal("k2", (string?)message["metadata"]!["event_payload"]!["key"]);
    }

    [Fact]
    public async Task An_empty_list_takes_the_blocks_away() =>
        Assert.Null(
            (
                await UpdateAsync(
                    new
                    {
                        channel = Channel,
                        ts = await PostWithBlocksAsync(),
                        text = "x",
                        blocks = Array.Empty<object>(),
                    }
                )
            )["blocks"]
        );

    [Fact]
    public async Task Metadata_stays_unless_it_is_emptied()
    {
        var ts = await PostWithBlocksAsync();

        Assert.NotNull(
            (
                await UpdateAsync(
                    new
                    {
                        channel = Channel,
                        ts,
                        text = "x",
                    }
                )
            )["metadata"]
        );
        Assert.Null(
            (
                await UpdateAsync(
                    new
                    {
                        channel = Channel,
                        ts,
                        text = "x",
                        metadata = new { },
                    }
                )
            )["metadata"]
        );
    }

    [Fact]
    public async Task Text_of_an_update_ends_at_four_thousand_characters()
    {
        var answer = await Talk.CallAsync(
            "chat.update",
            new
            {
                channel = Channel,
                ts = await Talk.PostAsync("x"),
                text = new string('x', 4001),
            }
        );

        Assert.Equal("msg_too_long", (string?)answer["error"]);
    }

    [Fact]
    public async Task What_somebody_else_wrote_cannot_be_changed()
    {
        var ts = Talk.Server.PostAsPerson(Channel, "mine").Ts;

        Assert.Equal(
            "cant_update_message",
            (string?)
                (
                    await Talk.CallAsync(
                        "chat.update",
                        new
                        {
                            channel = Channel,
                            ts,
                            text = "x",
                        }
                    )
                )["error"]
        );
        Assert.Equal("cant_delete_message", (string?)(await Talk.CallAsync("chat.delete", new { channel = Channel, ts }))["error"]);
    }

    [Fact]
    public async Task In_an_archived_channel_nothing_changes()
    {
        var ts = await Talk.PostAsync("x");
        Talk.Server.World.Channel(Channel).IsArchived = true;

        Assert.Equal("is_archived", (string?)(await Talk.CallAsync("chat.postMessage", new { channel = Channel, text = "x" }))["error"]);
        Assert.Equal(
            "is_inactive",
            (string?)
                (
                    await Talk.CallAsync(
                        "chat.update",
                        new
                        {
                            channel = Channel,
                            ts,
                            text = "x",
                        }
                    )
                )["error"]
        );
    }

    private async Task<string> PostWithBlocksAsync()
    {
        var metadata = new { event_type = "x", event_payload = new { key = "k1" } };
        var answer = await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = Channel,
                text = "old",
                blocks = Blocks,
                metadata,
            }
        );
        return (string)answer["ts"]!;
    }

    private async Task<JsonNode> UpdateAsync(object arguments)
    {
        var answer = await Talk.CallAsync("chat.update", arguments);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        var history = await Talk.CallAsync("conversations.history", new { channel = Channel, include_all_metadata = true });
        return history["messages"]![0]!;
    }
}
