using System.Text.RegularExpressions;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Architecture;

/// <summary>A Japanese page says what the English one says: same headings, same tables, same commands, same names, same links.</summary>
public sealed partial class TranslationTests
{
    /// <summary>English pages that have a Japanese one beside them.</summary>
    public static TheoryData<string> Pages =>
        ["README.md", "docs/operating.md", "docs/slack.md", "docs/discord.md", "docs/privacy.md", "docs/support.md"];

    [Theory, MemberData(nameof(Pages))]
    public void Headings_have_the_same_levels_in_the_same_order(string page) => Same(page, Levels);

    [Theory, MemberData(nameof(Pages))]
    public void Tables_have_the_same_rows(string page) => Same(page, Rows);

    [Theory, MemberData(nameof(Pages))]
    public void Commands_are_the_same(string page) => Same(page, text => Commands(text).Select(LanguageOption));

    [Theory, MemberData(nameof(Pages))]
    public void Names_in_code_are_the_same(string page) => Same(page, Spans);

    [Theory, MemberData(nameof(Pages))]
    public void Links_lead_to_the_same_places(string page)
    {
        var name = Path.GetFileName(page);
        var folder = Path.GetDirectoryName(Path.Combine(SourceTree.Root, page))!;
        var (english, japanese) = (Links(Read(page)).ToList(), Links(Read(Translated(page))).ToList());

        Assert.Equal(english.Select(InEnglish).Except([name]), japanese.Select(InEnglish).Except([name]));
        Assert.All(
            english.Concat(japanese).Where(link => !link.StartsWith("http", StringComparison.Ordinal)),
            link => Assert.True(Path.Exists(Path.Combine(folder, link)), link)
        );
        // A reader is not sent to the other language where his own has the page.
        Assert.All(
            japanese.Where(link => link != name && link.EndsWith(".md", StringComparison.Ordinal)),
            link => Assert.True(link == Translated(link) || !File.Exists(Path.Combine(folder, Translated(link))), link)
        );
    }

    private static string Translated(string page) => page.EndsWith(".ja.md", StringComparison.Ordinal) ? page : page[..^3] + ".ja.md";

    private static string InEnglish(string link) => link.Replace(".ja.md", ".md", StringComparison.Ordinal);

    private static void Same(string page, Func<string, IEnumerable<object>> read) =>
        Assert.Equal(read(Read(page)), read(Read(Translated(page))));

    private static string Read(string page) => File.ReadAllText(Path.Combine(SourceTree.Root, page));

    private static IEnumerable<object> Levels(string text) =>
        Heading().Matches(Prose(text)).Select(match => (object)match.Groups[1].Length);

    private static IEnumerable<object> Rows(string text) =>
        text.Split('\n').Where(line => line.StartsWith('|')).Select(line => (object)Bar().Count(line));

    /// <summary>Without the remark behind a command.</summary>
    private static IEnumerable<string> Commands(string text) =>
        from Match block in Fence().Matches(text)
        where block.Groups[1].Value is "sh" or "sql" or "powershell"
        from line in block.Groups[2].Value.Split('\n')
        select line.Split('#')[0].Trim();

    private static string LanguageOption(string command) => command.Replace("--locale ja", "--locale en", StringComparison.Ordinal);

    private static IEnumerable<string> Spans(string text) =>
        Span().Matches(Prose(text)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Links(string text) =>
        Link().Matches(Prose(text)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static string Prose(string text) => Fence().Replace(text, "");

    [GeneratedRegex("^(#+) ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^ *```(\\w*)\n(.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex("\\]\\(([^)]+)\\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
