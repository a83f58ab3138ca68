using Bot.Slack.Receiving;
using CsCheck;

namespace Bot.Slack.Tests.Receiving;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData(" xai ", "xai")]
    [InlineData("<http://x.ai|x.ai> round", "x.ai round")]
    [InlineData("<http://x.ai>", "http://x.ai")]
    [InlineData("<@U1|hanako> <#C1|news> <#C1|>", "hanako news #C1")]
    [InlineData("AT&amp;T &lt;3", "AT&T <3")]
    [InlineData("ｘＡＩ　資金", "xAI 資金")]
    [InlineData("a < b > c", "a < b > c")]
    [InlineData("&amp;lt;", "&lt;")]
    public void What_was_typed_comes_out_of_what_the_platform_makes_of_it(string text, string expected) =>
        Assert.Equal(expected, SlackText.Plain(text));

    [Theory]
    [InlineData("<@UB1> funding xai", "funding xai")]
    [InlineData("<@UB1|briefing> funding xai", "funding xai")]
    [InlineData("hello <@U2> and <@UB1> funding xai", "funding xai")]
    [InlineData("funding xai <@UB1>", "funding xai")]
    [InlineData("<@UB1>", "")]
    [InlineData("funding", "funding")]
    public void A_mention_asks_what_stands_behind_it(string text, string expected) =>
        Assert.Equal(expected, SlackText.BehindMention(text, "UB1"));

    [Fact]
    public void Any_text_is_cut_to_its_bound_and_no_pair_is_broken() =>
        Gen.String[0, 2000]
            .Sample(text =>
            {
                var whole = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
                Assert.DoesNotContain('\uD83D', SlackText.Plain(new string('x', SlackText.Longest - 1) + "\U0001F600").TrimStart('x'));
                Assert.NotNull(SlackText.Plain(whole));
                Assert.NotNull(SlackText.BehindMention(whole, "U1"));
            });
}
