using System.Text.Json.Nodes;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack.Api;

public sealed class ThreadTests : TalkTests
{
    [Fact]
    public async Task A_reply_echoes_its_thread_and_comes_back_in_order()
    {
        var root = await Talk.PostAsync("root");
        var answer = await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = SlackServer.FirstChannel,
                text = "one",
                thread_ts = root,
            }
        );
        await Talk.PostAsync("two", root);

        Assert.Equal(root, (string?)answer["message"]!["thread_ts"]);
        Assert.NotNull(answer["message"]!["parent_user_id"]);
        var thread = await Talk.FormAsync("conversations.replies", fields: [("channel", SlackServer.FirstChannel), ("ts", root)]);
        Assert.Equal(["root", "one", "two"], Texts(thread));
        Assert.Equal(2, (int)thread["messages"]![0]!["reply_count"]!);
        var history = await Talk.FormAsync("conversations.history", fields: [("channel", SlackServer.FirstChannel)]);
        Assert.Equal(["root"], Texts(history));
    }

    [Fact]
    public async Task Ids_are_texts_that_grow()
    {
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            ids.Add(await Talk.PostAsync("again"));
        }

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches(@"^\d{10}\.\d{6}$", id));
    }

    [Fact]
    public async Task A_reply_to_a_deleted_root_becomes_a_root_and_only_the_missing_thread_tells()
    {
        var root = await Talk.PostAsync("root");
        Assert.True(Talk.Server.DeleteMessage(SlackServer.FirstChannel, root));

        var answer = await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = SlackServer.FirstChannel,
                text = "lost",
                thread_ts = root,
            }
        );

        Assert.True((bool)answer["ok"]!);
        Assert.Null(answer["message"]!["thread_ts"]);
        Assert.Null(Talk.Server.Log.All.Last(entry => entry.Kind == LogKind.Accepted).Thread);
    }

    [Fact]
    public async Task A_deleted_root_with_replies_leaves_a_tombstone()
    {
        var root = await Talk.PostAsync("root");
        await Talk.PostAsync("reply", root);
        await Talk.CallAsync("chat.delete", new { channel = SlackServer.FirstChannel, ts = root });

        var thread = await Talk.FormAsync("conversations.replies", fields: [("channel", SlackServer.FirstChannel), ("ts", root)]);

        Assert.Equal("tombstone", (string?)thread["messages"]![0]!["subtype"]);
        Assert.Equal("reply", (string?)thread["messages"]![1]!["text"]);
        var again = await Talk.CallAsync("chat.delete", new { channel = SlackServer.FirstChannel, ts = root });
        Assert.Equal("message_not_found", (string?)again["error"]);
    }

    [Fact]
    public async Task A_thread_that_is_not_there_is_not_found()
    {
        var thread = await Talk.FormAsync(
            "conversations.replies",
            fields: [("channel", SlackServer.FirstChannel), ("ts", "1700000000.000001")]
        );

        Assert.Equal("thread_not_found", (string?)thread["error"]);
    }

    private static IEnumerable<string?> Texts(JsonObject answer) =>
        answer["messages"]!.AsArray().Select(message => (string?)message!["text"]);
}
