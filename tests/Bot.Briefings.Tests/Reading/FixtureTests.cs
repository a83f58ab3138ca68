using System.Text.Json.Nodes;
using Bot.Briefings.Json;
using Bot.Briefings.Model;
using Bot.Briefings.Text;

namespace Bot.Briefings.Tests.Reading;

/// <summary>
/// Each Fixtures/NAME.md is read as its NAME.json says; the fields of money that are not compared elsewhere (raw) are compared here too.
/// </summary>
public sealed class FixtureTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fixture_is_read_as_its_json_says(string name)
    {
        var error = new BriefingReader().TryRead(File.ReadAllBytes(Path.Combine(Folder, name + ".md")), out var reading);

        Assert.Equal(ReadError.None, error);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!.AsObject();
        var actual = JsonNode.Parse(BriefingJson.Write(reading!.Briefing))!.AsObject();
        Assert.Equal(expected.Select(pair => pair.Key), actual.Select(pair => pair.Key));
        foreach (var (key, value) in expected)
        {
            Assert.Equal($"{key}: {value?.ToJsonString()}", $"{key}: {actual[key]?.ToJsonString()}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Line_ends_do_not_change_what_is_read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".md"));

        Assert.Equal(Facts(text), Facts(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_entry_parses_on_its_own(string name)
    {
        var briefing = new BriefingReader().Read(File.ReadAllText(Path.Combine(Folder, name + ".md"))).Briefing;

        foreach (var entry in briefing.News.Concat<Entry>(briefing.DeepDives).Concat(briefing.Outlook).Concat(briefing.Funding))
        {
            var plain = PlainText.Of(Markdig.Markdown.Parse(entry.Markdown, BriefingPipeline.Instance));
            Assert.Contains(Letters(Words(entry)), Letters(plain), StringComparison.Ordinal);
        }
    }

    /// <summary>Words that the entry's own Markdown must hold.</summary>
    private static string Words(Entry entry) =>
        entry switch
        {
            NewsItem item => item.Headline,
            DeepDive dive => dive.Title,
            FundingRound round => round.Company,
            Outlook outlook => outlook.Headline ?? outlook.Label,
            _ => throw new ArgumentOutOfRangeException(nameof(entry)),
        };

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Facts(string text) => BriefingJson.Write(new BriefingReader().Read(text).Briefing with { Warnings = [] });
}
