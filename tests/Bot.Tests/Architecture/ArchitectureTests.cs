using System.Reflection;

namespace Bot.Tests;

/// <summary>
/// Who may see whom. An assembly that a compiler found no use for is not referenced, so what is listed is allowed, not required.
/// </summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Bot.Briefings"] = [],
        ["Bot.Chat"] = ["Bot.Briefings"],
        ["Bot.Posts"] = ["Bot.Briefings", "Bot.Chat"],
        ["Bot.Archive"] = ["Bot.Briefings", "Bot.Chat"],
        ["Bot.Slack"] = ["Bot.Briefings", "Bot.Chat", "Bot.Posts"],
        ["Bot.Discord"] = ["Bot.Briefings", "Bot.Chat", "Bot.Posts"],
        ["Bot.Answers"] = ["Bot.Briefings", "Bot.Chat", "Bot.Posts", "Bot.Archive"],
        ["Bot.Delivery"] = ["Bot.Briefings", "Bot.Chat", "Bot.Posts", "Bot.Archive"],
        ["Bot.Intake"] = ["Bot.Briefings", "Bot.Chat", "Bot.Archive", "Bot.Delivery"],
        ["Bot.Web"] = ["Bot.Briefings", "Bot.Chat", "Bot.Posts", "Bot.Archive", "Bot.Answers", "Bot.Delivery", "Bot.Intake"],
    };

    /// <summary>Packages that make a part what it is, and who alone may see them.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Markdig"] =
        [
            "Bot.Briefings",
            "Bot.Chat",
            "Bot.Posts",
            "Bot.Archive",
            "Bot.Answers",
            "Bot.Delivery",
            "Bot.Web",
            "Bot.Slack",
            "Bot.Discord",
        ],
        ["Hangfire.Core"] = ["Bot.Delivery", "Bot.Intake", "Bot"],
        ["Microsoft.AspNetCore"] = ["Bot.Intake", "Bot.Web", "Bot", "Bot.Slack", "Bot.Discord"],
        // Encrypts the tokens in the database; it has nothing of the web in it.
        ["Microsoft.AspNetCore.DataProtection"] = ["Bot.Archive", "Bot.Web", "Bot"],
        ["Microsoft.EntityFrameworkCore"] = ["Bot.Archive", "Bot.Answers", "Bot.Delivery", "Bot.Web", "Bot"],
        ["System.CommandLine"] = ["Bot"],
        ["Spectre.Console"] = ["Bot"],
    };

    /// <summary>What lies beside the parts because tests need it.</summary>
    private static readonly string[] OfTests = [".Test", ".Emulators"];

    private static IReadOnlyList<Assembly> Parts { get; } =
    [
        .. Directory
            .EnumerateFiles(AppContext.BaseDirectory, "Bot*.dll")
            .Where(path => !OfTests.Any(name => Path.GetFileName(path).Contains(name, StringComparison.Ordinal)))
            .Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path))),
    ];

    [Fact]
    public void A_part_sees_only_what_the_design_allows()
    {
        Assert.Contains(Parts, part => part.GetName().Name == "Bot.Archive");
        foreach (var part in Parts.Where(part => part.GetName().Name != "Bot"))
        {
            var name = part.GetName().Name!;
            var seen = References(part).Where(reference => reference == "Bot" || reference.StartsWith("Bot.", StringComparison.Ordinal));

            Assert.Empty(seen.Except(Allowed[name]).Select(reference => $"{name} sees {reference}"));
        }
    }

    [Fact]
    public void A_package_stays_in_the_parts_that_are_made_of_it()
    {
        var strays =
            from part in Parts
            from reference in References(part)
            where WhoSees(reference)?.Contains(part.GetName().Name) == false
            select $"{part.GetName().Name} sees {reference}";

        Assert.Empty(strays);
    }

    /// <summary>By the longest name that fits; null for a package that everybody may see.</summary>
    private static string[]? WhoSees(string reference) =>
        Packages
            .Where(package => reference == package.Key || reference.StartsWith(package.Key + ".", StringComparison.Ordinal))
            .OrderByDescending(package => package.Key.Length)
            .Select(package => package.Value)
            .FirstOrDefault();

    [Fact]
    public void The_reader_touches_no_file_no_network_and_no_database() =>
        Assert.DoesNotContain(
            References(Parts.Single(part => part.GetName().Name == "Bot.Briefings")),
            reference =>
                reference.StartsWith("System.Net", StringComparison.Ordinal)
                || reference.StartsWith("System.IO.FileSystem", StringComparison.Ordinal)
                || reference.StartsWith("System.Data", StringComparison.Ordinal)
                || reference.StartsWith("Microsoft.", StringComparison.Ordinal)
        );

    [Fact]
    public void Nothing_is_called_after_what_it_is_not()
    {
        string[] empty = ["Common", "Util", "Utils", "Helper", "Helpers", "Manager", "Managers"];
        var strays =
            from part in Parts
            from type in part.GetTypes()
            let folder = type.Namespace ?? ""
            where folder.StartsWith("Bot", StringComparison.Ordinal)
            from word in empty
            where type.Name.EndsWith(word, StringComparison.Ordinal) || folder.Split('.').Contains(word)
            select type.FullName;

        Assert.Empty(strays);
    }

    private static IEnumerable<string> References(Assembly part) => part.GetReferencedAssemblies().Select(reference => reference.Name!);
}
