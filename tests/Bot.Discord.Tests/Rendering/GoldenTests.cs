using System.Runtime.CompilerServices;
using Bot.Chat;
using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

/// <summary>Whole threads in readable form. With BOT_UPDATE_GOLDENS=1 they are rewritten, to be read before they are committed.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("sample-briefing.md", Locale.Japanese, "sample.ja-frame.txt")]
    [InlineData("sample-briefing.md", Locale.English, "sample.en-frame.txt")]
    [InlineData("lantern.ja.md", Locale.Japanese, "lantern.ja-frame.txt")]
    [InlineData("ferry.en.md", Locale.English, "ferry.en-frame.txt")]
    [InlineData("hostile.ja.md", Locale.Japanese, "hostile.ja-frame.txt")]
    [InlineData("odd-shapes.md", Locale.Japanese, "odd-shapes.txt")]
    public void A_thread_reads_as_its_golden_file(string fixture, Locale locale, string golden)
    {
        var messages = Compose.Messages(Compose.Fixture(fixture), locale).SelectMany(DiscordRenderer.Render);

        Matches(string.Join("\n", messages.Select(Picture.Of)), golden);
    }

    [Theory]
    [InlineData("sample-briefing.md")]
    [InlineData("hostile.ja.md")]
    public void The_same_briefing_gives_the_same_bytes(string fixture)
    {
        IEnumerable<string> Payloads() =>
            Compose.Messages(Compose.Fixture(fixture)).SelectMany(DiscordRenderer.Render).Select(message => message.ToPayload());

        Assert.Equal(Payloads(), Payloads());
    }

    private static void Matches(string actual, string name, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("BOT_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(caller)!, "..", "Goldens", name), actual);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", name)), actual);
    }
}
