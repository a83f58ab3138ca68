using System.Runtime.CompilerServices;
using Bot.Chat.Messages;
using Bot.Web.Rendering;
using Bot.Web.Tests.Infrastructure;

namespace Bot.Web.Tests.Rendering;

/// <summary>Compares each message's HTML with a human-readable golden file.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Messages => ["root", "news", "funding", "analysis", "outlook", "references"];

    [Theory, MemberData(nameof(Messages))]
    public void A_message_renders_to_its_golden_file(string name)
    {
        var file = Path.Combine(Folder(), name + ".html");
        var actual = WebRenderer.Render(Sample(name)).Html + "\n";

        // To update an expectation, delete the file, run the test twice, and review the file before committing.
        if (!File.Exists(file))
        {
            File.WriteAllText(file, actual);
            Assert.Fail($"{file} was missing and has been written.");
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }

    [Theory, MemberData(nameof(Messages))]
    public void The_same_message_gives_the_same_payload(string name) =>
        Assert.Equal(WebRenderer.Render(Sample(name)).ToJson(), WebRenderer.Render(Sample(name)).ToJson());

    [Fact]
    public void A_payload_comes_back_from_its_text_whole()
    {
        var payload = WebRenderer.Render(Samples.Root());

        var read = WebPayload.TryParse(payload.ToJson());

        Assert.NotNull(read);
        Assert.Equal(payload.Html, read.Html);
        Assert.Equal("机の上から港へ出るロボットたち", read.Title);
        Assert.Equal(payload.Buttons, read.Buttons);
    }

    [Theory]
    [InlineData("NVIDIA announced a chip.", "en")]
    [InlineData("NVIDIAは新しいチップを発表しました。", "ja")]
    public void Japanese_content_in_an_English_frame_is_marked_as_Japanese(string text, string tag) =>
        Assert.Equal(tag, WebRenderer.Render(Compose.Message(Compose.Text(text)) with { Locale = Bot.Chat.Locale.English }).LanguageTag());

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"html\":1}")]
    public void What_is_no_payload_is_null(string text) => Assert.Null(WebPayload.TryParse(text));

    private static Message Sample(string name) =>
        name switch
        {
            "root" => Samples.Root(),
            "news" => Samples.News(),
            "funding" => Samples.Funding(),
            "analysis" => Samples.Analysis(),
            "outlook" => Samples.Outlook(),
            _ => Samples.References(),
        };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
