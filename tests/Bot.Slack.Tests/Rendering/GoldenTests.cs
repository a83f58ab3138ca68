using System.Text;
using Bot.Chat;
using Bot.Slack.Rendering;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Whole threads as files that a person can read next to the mocks.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("sample-briefing", Locale.Japanese, "sample.ja-frame.txt")]
    [InlineData("sample-briefing", Locale.English, "sample.en-frame.txt")]
    [InlineData("lantern.ja", Locale.Japanese, "lantern.ja-frame.txt")]
    [InlineData("ferry.en", Locale.English, "ferry.en-frame.txt")]
    [InlineData("odd-shapes", Locale.Japanese, "odd-shapes.ja-frame.txt")]
    [InlineData("hostile.ja", Locale.Japanese, "hostile.ja-frame.txt")]
    public void A_thread_reads_as_its_golden_file(string fixture, Locale locale, string golden)
    {
        var context = Compose.Context(locale);
        if (fixture == "lantern.ja")
        {
            context = context with { Previous = Compose.Previous(Compose.Fixture("lantern-previous.ja.md")), IsSample = true };
        }

        var text = new StringBuilder();
        foreach (var (name, message) in Compose.Messages(Compose.Thread(Compose.Fixture(fixture + ".md"), context)))
        {
            foreach (var payload in SlackRenderer.Render(message))
            {
                text.Append("═══ ").AppendLine(name).AppendLine(Readable.Of(payload));
            }
        }

        Compose.MatchesGolden(text.ToString(), golden);
    }

    [Theory]
    [InlineData("sample-briefing.md")]
    [InlineData("odd-shapes.md")]
    public void The_same_briefing_gives_the_same_bytes(string fixture) => Assert.Equal(Payloads(fixture), Payloads(fixture));

    [Theory]
    [InlineData("sample-briefing.md")]
    [InlineData("lantern.ja.md")]
    [InlineData("ferry.en.md")]
    [InlineData("odd-shapes.md")]
    [InlineData("hostile.ja.md")]
    public void Every_message_keeps_Slacks_rules(string fixture) =>
        Assert.All(Payloads(fixture), payload => Assert.Empty(SlackRules.Broken(payload)));

    private static List<string> Payloads(string fixture) =>
        [.. Compose.Messages(Compose.Thread(Compose.Fixture(fixture))).SelectMany(post => SlackRenderer.Render(post.Message))];
}
