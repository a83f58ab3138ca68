using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Testing.Commands;

namespace Bot.Chat.Tests.Commands;

public sealed class CommandReaderTests
{
    private readonly CommandCatalogue _catalogue = new([
        Named("briefing").With(own => own with { Understands = text => text is "1/6" or "startups" }) with
        {
            LeadsToAll = true,
        },
        Named("funding") with
        {
            Words = ["資金調達", "調達"],
        },
        Named("outlook") with
        {
            Words = ["展望"],
        },
        Named("help") with
        {
            Words = ["ヘルプ"],
        },
        new Command(
            "briefing-admin",
            Text,
            [new Subcommand("status", Text, [], "", new Echo()) { Access = Access.Admins, Words = ["状態"] }]
        )
        {
            Under = "briefing",
        },
    ]);

    private static LocalizedText Text { get; } = new("要約", "Summary");

    [Theory]
    [InlineData("/funding xai")]
    [InlineData("／ＦＵＮＤＩＮＧ　xai")]
    [InlineData("funding\txai")]
    [InlineData("funding\n\r\n xai ")]
    [InlineData("funding\u00a0xai")]
    [InlineData("@bot, funding xai")]
    [InlineData("@bot funding xai")]
    [InlineData(", funding xai")]
    [InlineData("、funding xai")]
    [InlineData("`funding xai`")]
    [InlineData("`funding` xai")]
    [InlineData("```\n/funding xai\n```")]
    [InlineData("*funding* xai")]
    [InlineData("**/funding** xai")]
    [InlineData("_funding_ xai")]
    [InlineData("~funding~ xai")]
    [InlineData("funding: xai")]
    [InlineData("fun\u200bding\u200d xai\ufeff")]
    [InlineData("\u202efunding xai")]
    [InlineData("/briefing funding xai")]
    [InlineData("briefing `funding` xai")]
    [InlineData("/briefing 調達 xai")]
    [InlineData("/briefing xai funding")]
    [InlineData("資金調達 xai")]
    [InlineData("/調達 xai")]
    [InlineData("xaiの資金調達は？")]
    [InlineData("xaiの資金調達について教えて。")]
    [InlineData("xai の 資金調達")]
    [InlineData("xai funding?")]
    public void H20_However_it_is_typed_it_is_one_call(string line)
    {
        var call = Read(line);

        Assert.Equal(("funding", "xai"), (call.Name, call.Text));
    }

    [Theory]
    [InlineData("資金調達", "funding", "")]
    [InlineData("資金調達は？", "funding", "")]
    [InlineData("/展望", "outlook", "")]
    [InlineData("/briefing", "briefing", "")]
    [InlineData("/briefing 1/6", "briefing", "1/6")]
    [InlineData("/briefing 展望 中期", "outlook", "中期")]
    [InlineData("/briefing status", "briefing-admin", "status")]
    [InlineData("/briefing 状態", "briefing-admin", "状態")]
    [InlineData("/briefing-admin status", "briefing-admin", "status")]
    [InlineData("/funding help", "help", "funding")]
    [InlineData("/briefing help", "help", "briefing")]
    [InlineData("/briefing fundng xai", "fundng", "xai")]
    [InlineData("/briefing briefing", "briefing", "")]
    [InlineData("/funding C++", "funding", "C++")]
    [InlineData("/funding >=100M$ x.ai", "funding", ">=100M$ x.ai")]
    [InlineData("/funding snake_case", "funding", "snake_case")]
    [InlineData("天気", "天気", "")]
    public void Words_and_leading_commands_find_their_command(string line, string name, string text)
    {
        var call = Read(line);

        Assert.Equal((name, text), (call.Name, call.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" / ")]
    [InlineData("```")]
    [InlineData("、。")]
    [InlineData("\u200b")]
    [InlineData("@")]
    public void What_holds_no_word_is_no_call(string line) => Assert.Null(new CommandReader(_catalogue).Read(line, Locale.Japanese));

    /// <summary>Any typed text is either a call or not, and rereading a call changes nothing.</summary>
    [Fact]
    public void Any_text_can_be_read()
    {
        var random = new Random(1206);
        const string Letters = "ab展望の資金調達は？ /@`*_~\t\n\u200b\u202e\ud83d\ude00\ud800,、:：。　1/6-+$%\"'";
        for (var turn = 0; turn < 5_000; turn++)
        {
            var line = new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)])]);
            if (new CommandReader(_catalogue).Read(line, Locale.Japanese) is { } call && _catalogue.Find(call.Name) is { } command)
            {
                Assert.Equal(call.Name, command.Name);
                Assert.DoesNotContain(call.Text, character => char.IsControl(character));
            }
        }
    }

    private CommandCall Read(string line) => new CommandReader(_catalogue).Read(line, Locale.Japanese)!;

    private static Command Named(string name) => new(name, Text, [], name, new Echo());

    private sealed class Echo : ICommandHandler
    {
        public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
            Task.FromResult(new Reply(new Message([Chat.Trees.Nodes.Paragraph($"{call.Name} {call.Text}")])));
    }
}
