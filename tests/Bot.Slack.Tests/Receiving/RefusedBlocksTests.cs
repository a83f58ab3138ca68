using System.Text;
using Bot.Emulators.Slack;
using Bot.Slack.Receiving.Replying;
using Bot.Slack.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Slack.Tests.Receiving;

/// <summary>An answer whose native table or chart Slack refuses is there as words, once, and for whom it was.</summary>
public sealed class RefusedBlocksTests
{
    [Theory]
    [InlineData("""{"type":"data_table","caption":"","rows":[[{"type":"raw_text","text":"Company"}],[{"type":"raw_text","text":"Quillstone"}]]}""")]
    [InlineData("""{"type":"data_visualization","title":"","chart":{"type":"pie"}}""")]
    public async Task B10_Refused_blocks_of_an_answer_become_words(string block)
    {
        await using var slack = await SlackServer.StartAsync();
        using var urls = new ResponseUrls(
            new SlackOptions { ApiBaseUrl = slack.ApiAddress },
            TimeProvider.System,
            NullLogger<ResponseUrls>.Instance
        );
        var address = slack.ResponseUrls.New(
            "i1",
            SlackServer.FirstWorkspace,
            SlackServer.FirstChannel,
            SlackServer.Member
        );
        const string Section = """{"type":"section","text":{"type":"mrkdwn","text":"Quillstone $12B"}}""";
        var body = $$"""{"response_type":"ephemeral","replace_original":false,"text":"Rounds","blocks":[{{block}},{{Section}}]}""";

        Assert.True(await urls.PostAsync(address, [Encoding.UTF8.GetBytes(body)], TestContext.Current.CancellationToken));

        var shown = await slack.Shown.WaitForAsync(
            reply => reply.Way == "response_url",
            TimeSpan.FromSeconds(30),
            TestContext.Current.CancellationToken
        );
        Assert.False(shown.InChannel);
        Assert.Contains("Quillstone $12B", shown.Text, StringComparison.Ordinal);
        Assert.Equal(2, slack.Log.All.Count(entry => entry.Method == "response_url"));
    }
}
