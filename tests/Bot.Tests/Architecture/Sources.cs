using Bot.Tests.Infrastructure;

namespace Bot.Tests.Architecture;

/// <summary>The files that the product is built from.</summary>
internal static class Sources
{
    /// <summary>Path below <c>src</c>, and text. What a build wrote is left out.</summary>
    /// <param name="pattern">Such as <c>*.cs</c>.</param>
    public static IEnumerable<(string Path, string Text)> Of(string pattern)
    {
        var root = Path.Combine(SourceTree.Root, "src");
        return from file in Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
            let path = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')
            where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            orderby path
            select (path, File.ReadAllText(file));
    }
}
