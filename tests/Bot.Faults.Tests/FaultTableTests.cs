using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Bot.Faults.Tests.Processes;

namespace Bot.Faults.Tests;

/// <summary>The fault matrix, the tests and docs/faults.md must agree.</summary>
public sealed partial class FaultTableTests
{
    /// <summary>Rows in each part of the matrix.</summary>
    private static readonly IReadOnlyDictionary<char, int> Rows = new Dictionary<char, int>
    {
        ['A'] = 19,
        ['B'] = 12,
        ['C'] = 10,
        ['D'] = 15,
        ['E'] = 13,
        ['F'] = 10,
        ['G'] = 6,
    };

    private static readonly string[] Due =
    [
        .. Of('A', 1, 19),
        .. Of('B', 1, 12),
        .. Of('C', 1, 10),
        .. Of('D', 1, 15),
        .. Of('E', 1, 13),
        .. Of('F', 1, 10),
        .. Of('G', 1, 6),
        .. Of('H', 1, 4),
    ];

    /// <summary>Rows that a platform answers in its own way, so that its own tests must cover them.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> DueBeside = new Dictionary<string, string[]>
    {
        ["Bot.Slack.Tests"] =
        [
            "B2",
            "B4",
            "B5",
            "B8",
            "B9",
            "B10",
            "B11",
            .. Of('E', 1, 8),
            .. Of('E', 11, 13),
            .. Of('F', 1, 6),
            "F8",
            "F10",
            "H1",
            "H3",
            "H4",
        ],
        ["Bot.Discord.Tests"] =
        [
            "A6",
            "A8",
            "A9",
            "A11",
            "A12",
            "A14",
            .. Of('B', 1, 11),
            .. Of('E', 1, 10),
            "E12",
            "E13",
            .. Of('F', 1, 6),
            "F8",
            "F10",
            "H1",
            "H2",
            "H3",
        ],
    };

    [Fact]
    public void Every_row_that_is_due_has_a_test_of_its_name()
    {
        var tested = Tests().SelectMany(test => test.Rows).ToHashSet();

        Assert.Subset(tested, Due.ToHashSet());
    }

    [Fact]
    public void Every_row_that_a_platform_answers_in_its_own_way_has_a_test_there()
    {
        foreach (var (project, due) in DueBeside)
        {
            Assert.Subset(
                TestsElsewhere().Where(test => test.Project == project).SelectMany(test => test.Rows).ToHashSet(),
                due.ToHashSet()
            );
        }
    }

    [Fact]
    public void Every_test_of_a_row_carries_its_name()
    {
        Assert.Empty(
            Tests()
                .Where(test =>
                    NamedRows()
                        .Match(test.Name)
                        .Groups["row"]
                        .Captures.Select(capture => capture.Value)
                        .Any(row => !test.Rows.Contains(row))
                )
                .Select(test => test.Name)
        );
    }

    [Fact]
    public void The_documentation_lists_every_row_with_its_tests_or_with_what_brings_them()
    {
        var lines = Documented();

        Assert.Equal(Rows.SelectMany(part => Of(part.Key, 1, part.Value)).Concat(FieldRows()), lines.Select(line => line.Row));
        var tests = Tests().Select(test => test.Name).ToHashSet();
        foreach (var (row, text) in lines)
        {
            var named = TestNames().Matches(text).Select(match => match.Value).ToList();
            Assert.All(named, name => Assert.True(tests.Contains(name), $"{row}: there is no test {name}."));
            if (named.Count == 0)
            {
                Assert.DoesNotContain(row, Due);
                Assert.Matches("comes with (schedules|corrections)", text);
            }

            Assert.All(
                Tests().Where(test => test.Rows.Contains(row) && test.Name.Contains(row + "_", StringComparison.Ordinal)),
                test => Assert.True(named.Contains(test.Name), $"{row}: docs/faults.md does not name {test.Name}.")
            );
        }
    }

    /// <summary>Part H grows with its tests.</summary>
    private static IEnumerable<string> FieldRows() =>
        Tests()
            .SelectMany(test => test.Rows)
            .Where(row => row[0] == 'H')
            .Distinct()
            .OrderBy(row => int.Parse(row[1..], CultureInfo.InvariantCulture));

    private static IEnumerable<string> Of(char part, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => $"{part}{number}");

    /// <summary>
    /// Tests in this project, and tests elsewhere whose names start with a row: rows about a single part are tested next to it.
    /// </summary>
    private static List<(string Name, string[] Rows)> Tests() =>
        [.. OwnTests(), .. TestsElsewhere().Select(test => (test.Name, test.Rows))];

    private static IEnumerable<(string Project, string Name, string[] Rows)> TestsElsewhere() =>
        from folder in Directory.EnumerateDirectories(Path.Combine(Built.Root, "tests"), "*.Tests")
        let project = Path.GetFileName(folder)
        where project != "Bot.Faults.Tests"
        from file in Directory.EnumerateFiles(folder, "*Tests*.cs", SearchOption.AllDirectories)
        from Match test in NamedTest().Matches(File.ReadAllText(file))
        let name = test.Groups["name"].Value
        select (project, name, NamedRows().Match(name).Groups["row"].Captures.Select(capture => capture.Value).ToArray());

    private static List<(string Name, string[] Rows)> OwnTests() =>
        [
            .. from type in typeof(FaultTableTests).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            where method.IsDefined(typeof(FactAttribute), inherit: true)
            select (
                method.Name,
                method.GetCustomAttributes<TraitAttribute>().Where(trait => trait.Name == "Fault").Select(trait => trait.Value).ToArray()
            ),
        ];

    private static List<(string Row, string Text)> Documented() =>
        [
            .. File.ReadLines(Path.Combine(Built.Root, "docs", "faults.md"))
                .Select(line => TableLine().Match(line))
                .Where(match => match.Success)
                .Select(match => (match.Groups["row"].Value, match.Groups["text"].Value)),
        ];

    [GeneratedRegex(@"^((?<row>[A-H]\d+)_)+")]
    private static partial Regex NamedRows();

    [GeneratedRegex(@"public (?:async )?(?:Task|ValueTask|void) (?<name>[A-H]\d+_\w+)\(")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\b[A-H]\d+_\w+|\bKilled_at_random_instants_and_again_while_it_recovers\b")]
    private static partial Regex TestNames();

    [GeneratedRegex(@"^\| (?<row>[A-H]\d+) \|(?<text>.*)$")]
    private static partial Regex TableLine();
}
