using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bot.Tests.Architecture;

/// <summary>Every text stands in both languages, fills in the same places, and is asked for by somebody.</summary>
public sealed partial class ResourceFileTests
{
    public static TheoryData<string> Files =>
        [.. Sources.Of("*.resx").Select(source => source.Path).Where(path => !path.EndsWith(".ja.resx", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_languages_have_the_same_keys(string file)
    {
        Assert.Equal(Texts(file).Keys.Order(StringComparer.Ordinal), Texts(Japanese(file)).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_languages_fill_in_the_same_places(string file)
    {
        var japanese = Texts(Japanese(file));
        var different = Texts(file).Where(text => !Places(text.Value).SetEquals(Places(japanese[text.Key]))).Select(text => text.Key);

        Assert.Empty(different.Except(SaysMoreInOneLanguage));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_is_asked_for(string file)
    {
        // Bot.Chat's texts are everybody's; those of another part are asked for within it.
        var part = file[..(file.IndexOf('/', StringComparison.Ordinal) + 1)];
        var code = string.Concat(
            Sources
                .Of("*.cs")
                .Concat(Sources.Of("*.razor"))
                .Where(source => part == "Bot.Chat/" || source.Path.StartsWith(part, StringComparison.Ordinal))
                .Select(source => source.Text)
        );
        var beginnings = Beginning().Matches(code).Select(match => match.Groups[1].Value + match.Groups[2].Value).Distinct().ToList();
        var unused = Texts(file)
            .Keys.Where(key =>
                !code.Contains($"\"{key}\"", StringComparison.Ordinal)
                // A member of an enum.
                && !code.Contains($"AnswerText.{key}", StringComparison.Ordinal)
                // Its end is a value, as in $"Title{status}".
                && !beginnings.Exists(beginning => key.StartsWith(beginning, StringComparison.Ordinal))
            );

        Assert.Empty(unused);
    }

    /// <summary>Forms of a date: each language takes the parts that it writes, and its own word for a weekday or a month.</summary>
    private static readonly string[] SaysMoreInOneLanguage =
    [
        "Day",
        "DayWithYear",
        "DayInName",
        "DayInNameWithYear",
        "DayShort",
        "DayShortWithYear",
        "FullDay",
        "Month",
    ];

    [GeneratedRegex(@"\$""([A-Z][\w.-]{3,})\{|""([A-Z][\w.-]{3,})""\s*\+")]
    private static partial Regex Beginning();

    private static string Japanese(string file) => Path.ChangeExtension(file, ".ja.resx");

    private static Dictionary<string, string> Texts(string path) =>
        XDocument
            .Parse(Sources.Of("*.resx").Single(source => source.Path == path).Text)
            .Root!.Elements("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"(?<!\{)\{(\d)(?:[^}]*)\}")]
    private static partial Regex Place();
}
