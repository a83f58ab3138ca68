using System.Text.RegularExpressions;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Architecture;

/// <summary>The Japanese README says what the English one says: same headings, same tables, same commands, same links.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string English = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"));
    private static readonly string Japanese = File.ReadAllText(Path.Combine(SourceTree.Root, "README.ja.md"));

    [Fact]
    public void Headings_have_the_same_levels_in_the_same_order() => Assert.Equal(Levels(English), Levels(Japanese));

    [Fact]
    public void Tables_have_the_same_rows() => Assert.Equal(Rows(English), Rows(Japanese));

    [Fact]
    public void Commands_are_the_same() => Assert.Equal(Commands(English), Commands(Japanese));

    [Fact]
    public void Names_in_code_are_the_same() => Assert.Equal(Spans(English), Spans(Japanese));

    [Fact]
    public void Links_lead_to_the_same_places()
    {
        Assert.Equal(Links(English).Except(["README.ja.md"]), Links(Japanese).Except(["README.md"]));
        Assert.All(
            Links(English).Where(link => !link.StartsWith("http", StringComparison.Ordinal)),
            link => Assert.True(Path.Exists(Path.Combine(SourceTree.Root, link)), link)
        );
    }

    private static IEnumerable<int> Levels(string text) => Heading().Matches(Prose(text)).Select(match => match.Groups[1].Length);

    private static IEnumerable<int> Rows(string text) =>
        text.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Count(letter => letter == '|'));

    /// <summary>Without the remark behind a command.</summary>
    private static IEnumerable<string> Commands(string text) =>
        from Match block in Fence().Matches(text)
        where block.Groups[1].Value == "sh"
        from line in block.Groups[2].Value.Split('\n')
        select line.Split('#')[0].Trim();

    private static IEnumerable<string> Spans(string text) =>
        Span().Matches(Prose(text)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Links(string text) =>
        Link().Matches(Prose(text)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static string Prose(string text) => Fence().Replace(text, "");

    [GeneratedRegex("^(#+) ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("```(\\w*)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex("\\]\\(([^)]+)\\)")]
    private static partial Regex Link();
}
