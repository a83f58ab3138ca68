using System.Text;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack;
using Bot.Slack.Receiving.Replying;
using Bot.Slack.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Slack.Tests.Receiving;

/// <summary>An answer whose native table or chart Slack refuses is there as words, once, and for whom it was.</summary>
public sealed class RefusedBlocksTests
{
    private const string Rows =
        """[[{"type":"raw_text","text":"Company"}],[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Mossfield"}]}]}]]""";

    [Theory]
    [InlineData("data_table", $$"""{"type":"data_table","rows":{{Rows}},"caption":"Rounds"}""")]
    [InlineData("data_visualization", """{"type":"data_visualization","title":"Funding","chart":{"type":"pie"}}""")]
    public async Task B10_Refused_blocks_of_an_answer_become_words(string type, string block)
    {
        await using var slack = await SlackServer.StartAsync();
        using var urls = new ResponseUrls(
            new SlackOptions { ApiBaseUrl = slack.ApiAddress },
            TimeProvider.System,
            NullLogger<ResponseUrls>.Instance
        );
        slack.Script.Add(new Fault(Decision.Refuse($"invalid_blocks: {type}"), Answer.WithStatus(400)) { Operation = "response_url" });
        var address = slack.ResponseUrls.New("i1", SlackServer.FirstWorkspace, SlackServer.FirstChannel, SlackServer.Member);
        const string Line =
            """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Quillstone 12B"}]}]}""";
        var body = $$"""{"response_type":"ephemeral","replace_original":false,"text":"Rounds","blocks":[{{block}},{{Line}}]}""";

        Assert.True(await urls.PostAsync(address, [Encoding.UTF8.GetBytes(body)], TestContext.Current.CancellationToken));

        var shown = await slack.Shown.WaitForAsync(
            reply => reply.Way == "response_url",
            TimeSpan.FromSeconds(30),
            TestContext.Current.CancellationToken
        );
        Assert.False(shown.InChannel);
        Assert.Contains("Quillstone 12B", shown.Text, StringComparison.Ordinal);
        Assert.Equal(type == "data_table", shown.Text!.Contains("Mossfield", StringComparison.Ordinal));
        Assert.True(shown.Blocks is null or { Count: 0 });
        Assert.Equal(2, slack.Log.All.Count(entry => entry.Method == "response_url"));
    }
}
