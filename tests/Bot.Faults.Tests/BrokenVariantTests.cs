using Bot.Faults.Tests.Processes;

namespace Bot.Faults.Tests;

/// <summary>The broken variants of <c>tests/break-it.sh</c>: that tests notice them takes minutes to show, that they still break what is there does not.</summary>
public sealed class BrokenVariantTests
{
    public static TheoryData<string> Patches => [.. Directory.EnumerateFiles(Path.Combine(Built.Root, "tests", "Bot.Faults.Tests", "Mutants"), "*.patch").Select(Path.GetFileName).OfType<string>().Order()];

    [Theory, MemberData(nameof(Patches))]
    public void Every_patch_still_finds_what_it_takes_away(string patch)
    {
        var file = "";
        List<string> old = [];
        foreach (var line in File.ReadLines(Path.Combine(Built.Root, "tests", "Bot.Faults.Tests", "Mutants", patch)).Append("@@"))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal) || line.StartsWith("diff ", StringComparison.Ordinal))
            {
                Assert.Contains(string.Join('\n', old), file, StringComparison.Ordinal);
                old = [];
            }
            else if (line.StartsWith("--- a/", StringComparison.Ordinal))
            {
                file = File.ReadAllText(Path.Combine(Built.Root, line["--- a/".Length..])).ReplaceLineEndings("\n");
                old = [];
            }
            else if (file.Length > 0 && line is [' ' or '-', ..])
            {
                old.Add(line[1..]);
            }
        }

        Assert.NotEmpty(file);
    }

    [Theory, MemberData(nameof(Patches))]
    public void Every_patch_names_tests_that_exist(string patch)
    {
        var names = File.ReadLines(Path.Combine(Built.Root, "tests", "Bot.Faults.Tests", "Mutants", patch))
            .Single(line => line.StartsWith("Tests: ", StringComparison.Ordinal))["Tests: ".Length..].Split(' ');
        var methods = typeof(BrokenVariantTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name).ToHashSet();

        Assert.All(names, name => Assert.Contains(name, methods));
    }
}
