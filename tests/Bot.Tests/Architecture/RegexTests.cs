using System.Reflection;
using System.Text.RegularExpressions;
using Bot.Tests.Infrastructure;

namespace Bot.Tests;

/// <summary>What strangers write goes through expressions; none may take forever over it.</summary>
public sealed partial class RegexTests
{
    [Fact]
    public void H28_Every_expression_is_linear_or_has_a_time_limit()
    {
        var expressions =
            from path in Directory.EnumerateFiles(AppContext.BaseDirectory, "Bot*.dll")
            let name = Path.GetFileNameWithoutExtension(path)
            where !name.Contains(".Test", StringComparison.Ordinal) && !name.Contains(".Emulators", StringComparison.Ordinal)
            from type in Assembly.Load(name).GetTypes()
            from method in type.GetMethods(
                BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
            )
            let expression = method.GetCustomAttribute<GeneratedRegexAttribute>()
            where expression is not null
            select (Name: $"{type.FullName}.{method.Name}", Expression: expression);

        var all = expressions.ToList();

        Assert.NotEmpty(all);
        Assert.DoesNotContain(
            all,
            one => !one.Expression.Options.HasFlag(RegexOptions.NonBacktracking) && one.Expression.MatchTimeoutMilliseconds <= 0
        );
    }

    [Fact]
    public void H28_An_expression_that_is_kept_in_a_field_is_linear_or_has_a_time_limit()
    {
        var kept =
            from path in Directory.EnumerateFiles(AppContext.BaseDirectory, "Bot*.dll")
            let name = Path.GetFileNameWithoutExtension(path)
            where !name.Contains(".Test", StringComparison.Ordinal) && !name.Contains(".Emulators", StringComparison.Ordinal)
            from type in Assembly.Load(name).GetTypes()
            where type.FullName?.StartsWith("Bot.", StringComparison.Ordinal) == true && !type.ContainsGenericParameters
            from field in type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where field.FieldType == typeof(Regex)
            select (Name: $"{type.FullName}.{field.Name}", Expression: (Regex)field.GetValue(null)!);

        var all = kept.ToList();

        Assert.NotEmpty(all);
        Assert.Empty(
            all.Where(one =>
                    !one.Expression.Options.HasFlag(RegexOptions.NonBacktracking)
                    && one.Expression.MatchTimeout == Regex.InfiniteMatchTimeout
                )
                .Select(one => one.Name)
        );
    }

    [Fact]
    public void H28_No_expression_is_made_in_any_other_way()
    {
        var others =
            from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            where Made().IsMatch(File.ReadAllText(file))
            select Path.GetFileName(file);

        Assert.Empty(others);
    }

    [GeneratedRegex(@"new Regex\(|Regex\.(?:IsMatch|Match|Matches|Replace|Split|EnumerateMatches|Count)\(")]
    private static partial Regex Made();
}
