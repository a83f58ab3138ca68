using System.Text.RegularExpressions;
using Bot.Tests.Infrastructure;

namespace Bot.Tests;

/// <summary>Expressions over what strangers write end in time: they cannot backtrack, or they have a limit.</summary>
public sealed partial class RegexTests
{
    private static readonly string[] Parts = ["Bot.Slack", "Bot.Discord"];

    [Fact]
    public void H28_Every_expression_of_the_platforms_ends_in_time()
    {
        var declarations = (
            from part in Parts
            from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src", part), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            from Match declaration in Declaration().Matches(File.ReadAllText(file))
            select (File: Path.GetFileName(file), declaration.Value)).ToList();

        Assert.NotEmpty(declarations);
        Assert.DoesNotContain(declarations, one => !one.Value.Contains("NonBacktracking", StringComparison.Ordinal) && !one.Value.Contains("matchTimeout", StringComparison.Ordinal));
    }

    /// <summary>An attribute up to its end, or any use of an expression that has none.</summary>
    [GeneratedRegex(@"\[GeneratedRegex\((?:[^\n]|\n(?!\s*(private|internal|public)))*|new Regex\([^;]*;|\bRegex\.(IsMatch|Match|Matches|Replace|Split)\([^;]*;")]
    private static partial Regex Declaration();
}
