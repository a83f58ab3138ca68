using Bot.Chat;

namespace Bot.Posts.Tests;

public class GoldenTests
{
    [Theory]
    [InlineData("lantern.ja", Locale.Japanese, "lantern.ja-frame.txt")]
    [InlineData("lantern.ja", Locale.English, "lantern.en-frame.txt")]
    [InlineData("ferry.en", Locale.Japanese, "ferry.ja-frame.txt")]
    [InlineData("ferry.en", Locale.English, "ferry.en-frame.txt")]
    public void A_thread_reads_as_its_golden_file(string fixture, Locale locale, string golden)
    {
        var context = Compose.Context(locale) with
        {
            Previous = Compose.Previous(Compose.Fixture("lantern-previous.ja.md")),
            IsSample = fixture == "ferry.en",
        };
        Compose.MatchesGolden(Compose.Text(Compose.Thread(Compose.Fixture(fixture + ".md"), context)), golden);
    }

    [Fact]
    public void The_same_briefing_composes_to_the_same_thread()
    {
        var markdown = Compose.Fixture("lantern.ja.md");
        Assert.Equal(Compose.Text(Compose.Thread(markdown)), Compose.Text(Compose.Thread(markdown)));
    }
}
