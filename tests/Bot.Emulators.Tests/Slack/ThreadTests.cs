using System.Text.Json.Nodes;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack;

public sealed class ThreadTests : IAsyncLifetime
{
    private Talk talk = null!;

    public async ValueTask InitializeAsync() => talk = await Talk.BeginAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task A_reply_echoes_its_thread_and_comes_back_in_order()
    {
        var root = await talk.PostAsync("root");
        var answer = await talk.CallAsync("chat.postMessage", new { channel = SlackServer.FirstChannel, text = "one", thread_ts = root });
        await talk.PostAsync("two", root);

        Assert.Equal(root, (string?)answer["message"]!["thread_ts"]);
        Assert.NotNull(answer["message"]!["parent_user_id"]);
        var thread = await talk.FormAsync("conversations.replies", fields: [("channel", SlackServer.FirstChannel), ("ts", root)]);
        Assert.Equal(["root", "one", "two"], Texts(thread));
        Assert.Equal(2, (int)thread["messages"]![0]!["reply_count"]!);
        var history = await talk.FormAsync("conversations.history", fields: [("channel", SlackServer.FirstChannel)]);
        Assert.Equal(["root"], Texts(history));
    }

    [Fact]
    public async Task Ids_are_texts_that_grow()
    {
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            ids.Add(await talk.PostAsync("again"));
        }

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches(@"^\d{10}\.\d{6}$", id));
    }

    [Fact]
    public async Task A_reply_to_a_deleted_root_becomes_a_root_and_only_the_missing_thread_tells()
    {
        var root = await talk.PostAsync("root");
        Assert.True(talk.Server.DeleteMessage(SlackServer.FirstChannel, root));

        var answer = await talk.CallAsync("chat.postMessage", new { channel = SlackServer.FirstChannel, text = "lost", thread_ts = root });

        Assert.True((bool)answer["ok"]!);
        Assert.Null(answer["message"]!["thread_ts"]);
        Assert.Null(talk.Server.Log.All.Last(entry => entry.Kind == LogKind.Accepted).Thread);
    }

    [Fact]
    public async Task A_deleted_root_with_replies_leaves_a_tombstone()
    {
        var root = await talk.PostAsync("root");
        await talk.PostAsync("reply", root);
        await talk.CallAsync("chat.delete", new { channel = SlackServer.FirstChannel, ts = root });

        var thread = await talk.FormAsync("conversations.replies", fields: [("channel", SlackServer.FirstChannel), ("ts", root)]);

        Assert.Equal("tombstone", (string?)thread["messages"]![0]!["subtype"]);
        Assert.Equal("reply", (string?)thread["messages"]![1]!["text"]);
        var again = await talk.CallAsync("chat.delete", new { channel = SlackServer.FirstChannel, ts = root });
        Assert.Equal("message_not_found", (string?)again["error"]);
    }

    [Fact]
    public async Task A_thread_that_is_not_there_is_not_found()
    {
        var thread = await talk.FormAsync("conversations.replies", fields: [("channel", SlackServer.FirstChannel), ("ts", "1700000000.000001")]);

        Assert.Equal("thread_not_found", (string?)thread["error"]);
    }

    private static IEnumerable<string?> Texts(JsonObject answer) => answer["messages"]!.AsArray().Select(message => (string?)message!["text"]);
}
