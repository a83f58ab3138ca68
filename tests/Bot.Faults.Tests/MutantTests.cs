using System.Reflection;
using Bot.Faults.Tests.Processes;

namespace Bot.Faults.Tests;

/// <summary>The patches of <c>tests/break-it.sh</c>, which takes too long to be run at every change, still fit what they break.</summary>
public sealed class MutantTests
{
    public static TheoryData<string> Patches =>
        [
            .. Directory
                .GetFiles(Path.Combine(Built.Root, "tests", "Bot.Faults.Tests", "Mutants"), "*.patch")
                .Select(path => Path.GetFileName(path)),
        ];

    [Theory, MemberData(nameof(Patches))]
    public void A_patch_applies_and_the_tests_that_it_names_are_there(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Built.Root, "tests", "Bot.Faults.Tests", "Mutants", name));

        var tests = typeof(MutantTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => method.Name)
            .ToHashSet();
        var named = lines.Single(line => line.StartsWith("Tests: ", StringComparison.Ordinal))["Tests: ".Length..].Split(' ');
        Assert.All(named, test => Assert.Contains(test, tests));

        var (file, hunk, hunks) = ("", new List<string>(), 0);
        foreach (var line in lines.Append("@@"))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal) || line.StartsWith("diff ", StringComparison.Ordinal))
            {
                hunks += hunk.Count > 0 ? 1 : 0;
                Assert.True(hunk.Count == 0 || Has(file, hunk), $"{name} no longer fits {file}; make it anew:\n{string.Join('\n', hunk)}");
                hunk.Clear();
            }
            else if (line.StartsWith("--- a/", StringComparison.Ordinal))
            {
                file = line["--- a/".Length..];
            }
            else if (file.Length > 0 && line is [' ' or '-', ..])
            {
                hunk.Add(line[1..]);
            }
        }

        Assert.True(hunks > 0, $"{name} changes nothing");
    }

    /// <summary>Whether the file has these lines, one after another.</summary>
    private static bool Has(string file, List<string> hunk)
    {
        var path = Path.Combine(Built.Root, file);
        return File.Exists(path)
            && $"\n{string.Join('\n', File.ReadAllLines(path))}\n".Contains($"\n{string.Join('\n', hunk)}\n", StringComparison.Ordinal);
    }
}
