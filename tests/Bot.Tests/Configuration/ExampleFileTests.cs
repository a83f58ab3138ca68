using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Configuration;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Configuration;

/// <summary><c>appsettings.example.json</c> shows every key with its default and a comment, and nothing else.</summary>
public sealed partial class ExampleFileTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static string Text { get; } = File.ReadAllText(Path.Combine(SourceTree.Root, "appsettings.example.json"));

    /// <summary>The file with the entries that stand in comments: those lines have no space after //.</summary>
    private static string Whole { get; } = HiddenLine().Replace(Text, "$1$2");

    [Fact]
    public void Copied_as_it_is_it_changes_nothing()
    {
        var reading = Read(Text);

        Assert.Empty(reading.Problems);
        var defaults = new BotOptions { Series = [SeriesOptions.Default] };
        defaults.Logging.LogLevel["Default"] = Microsoft.Extensions.Logging.LogLevel.Information;
        Assert.Equal(JsonSerializer.Serialize(defaults), JsonSerializer.Serialize(reading.Options));
    }

    [Fact]
    public void It_has_no_key_that_is_not_an_option() =>
        Assert.DoesNotContain(Read(Whole).Problems, problem => !problem.Key.StartsWith("Intake:ApiTokens", StringComparison.Ordinal));

    [Fact]
    public void Every_option_has_its_key()
    {
        var file = JsonNode.Parse(Whole, documentOptions: Lenient)!.AsObject();

        var missing = Missing(file, typeof(BotOptions), "").ToList();

        Assert.True(missing.Count == 0, $"appsettings.example.json lacks {string.Join(", ", missing)}");
    }

    [Fact]
    public void Every_key_has_a_comment()
    {
        var lines = Text.Split('\n');
        var bare = lines
            .Index()
            .Where(line => KeyLine().IsMatch(line.Item) && !lines[line.Index - 1].TrimStart().StartsWith("// ", StringComparison.Ordinal))
            .Select(line => line.Item.Trim())
            // Entries that a person names are explained at their section.
            .Where(line =>
                !line.StartsWith("\"Default\"", StringComparison.Ordinal) && !line.Contains("\"publisher\"", StringComparison.Ordinal)
            );

        Assert.Empty(bare);
    }

    private static ConfigurationReading Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return ConfigurationReader.Check((IConfigurationRoot)new ConfigurationBuilder().AddJsonStream(stream).Build());
    }

    private static IEnumerable<string> Missing(JsonNode? node, Type type, string path)
    {
        if (OptionShape.IsValue(type))
        {
            return [];
        }

        if (OptionShape.EntryOf(type) is not null)
        {
            return node is JsonObject ? [] : [path];
        }

        if (OptionShape.ElementOf(type) is { } element)
        {
            return OptionShape.IsValue(element) ? (node is JsonArray or null ? [] : [path])
                : node is JsonArray { Count: > 0 } list ? Missing(list[0], element, path + ":0")
                : [path + ":0"];
        }

        return OptionShape
            .KeysOf(type)
            .SelectMany(key =>
                node is JsonObject section && section.ContainsKey(key.Name)
                    ? Missing(section[key.Name], key.PropertyType, $"{path}:{key.Name}".TrimStart(':'))
                    : [$"{path}:{key.Name}".TrimStart(':')]
            );
    }

    [GeneratedRegex("^( *)//(?! )(.*)$", RegexOptions.Multiline)]
    private static partial Regex HiddenLine();

    [GeneratedRegex("""^ *(//)?"\w+":""")]
    private static partial Regex KeyLine();
}
