using System.Reflection;
using System.Runtime.CompilerServices;

namespace Bot.Tests.Architecture;

/// <summary>One name, one class.</summary>
public sealed class NameTests
{
    /// <summary>The parts that show Markdown each have a renderer of the same role, and of the same name.</summary>
    private const string Cast = ".Rendering";

    private static readonly string[] Refused =
    [
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Utility",
        "Utilities",
        "Manager",
        "Managers",
        "Common",
    ];

    private static IReadOnlyList<Type> Types { get; } =
    [
        .. Directory
            .EnumerateFiles(AppContext.BaseDirectory, "Bot*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.Contains(".Test", StringComparison.Ordinal) && !name.Contains(".Emulators", StringComparison.Ordinal))
            .SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("Bot", StringComparison.Ordinal) == true)
            .Where(type =>
                type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                && !type.Namespace!.Contains(".Migrations", StringComparison.Ordinal)
                && !type.Namespace.Contains(".Compiled.", StringComparison.Ordinal)
            ),
    ];

    [Fact]
    public void No_two_classes_have_one_name()
    {
        var twins =
            from type in Types
            where !type.Namespace!.Contains(Cast, StringComparison.Ordinal)
            group type.FullName by type.Name into names
            where names.Count() > 1
            select string.Join(" and ", names);

        Assert.Empty(twins);
    }

    [Fact]
    public void Nothing_has_a_name_that_says_nothing() =>
        Assert.Empty(
            Types.Where(type => Refused.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName)
        );

    [Fact]
    public void Private_fields_are_underscored()
    {
        var others =
            from type in Types.SelectMany(type => type.GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public).Append(type))
            where type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.IsEnum
            from field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where field.IsPrivate && !field.Name.StartsWith('_') && !field.Name.Contains('<', StringComparison.Ordinal)
            select $"{type.FullName}.{field.Name}";

        Assert.Empty(others);
    }
}
