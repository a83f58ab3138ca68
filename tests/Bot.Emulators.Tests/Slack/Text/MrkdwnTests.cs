using Bot.Emulators.Slack.Text;

namespace Bot.Emulators.Tests.Slack.Text;

public sealed class MrkdwnTests
{
    [Theory]
    [InlineData("a *bold* word", "a bold word")]
    [InlineData("*bold*", "bold")]
    [InlineData("(*bold*)", "(bold)")]
    [InlineData("これは*太字*です", "これは*太字*です")]
    [InlineData("これは *太字* です", "これは 太字 です")]
    [InlineData("「*太字*」", "「*太字*」")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("~gone~ `code` _thin_", "gone code thin")]
    [InlineData("<https://x.example|label> &amp; &lt;b&gt;", "label & <b>")]
    [InlineData("<!channel> and <@U1>", "<!channel> and <@U1>")]
    public void Marks_need_space_or_punctuation_around_them(string mrkdwn, string plain) => Assert.Equal(plain, MrkdwnText.Plain(mrkdwn));
}
