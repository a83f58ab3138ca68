using System.Text.RegularExpressions;
using Bot.Configuration;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Architecture;

/// <summary>Guides name verbs, keys, files and metrics that there are.</summary>
public sealed partial class GuideTests
{
    private static readonly string Docs = Path.Combine(SourceTree.Root, "docs");

    public static TheoryData<string> Guides => ["operating.md", "runbook.md"];

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Every_command_is_understood(string guide)
    {
        using var bench = new Bench();
        var text = await ReadAsync(guide);
        var commands = Shell()
            .Matches(text)
            .Select(match => match.Groups[1].Value)
            .Concat(Span().Matches(text).Select(match => match.Groups[1].Value).Where(span => Verb().IsMatch(span)))
            .Distinct()
            .ToList();

        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            // Words in capitals stand for what a person puts there.
            var outcome = await bench.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            Assert.True(outcome.Code == 0, $"{command}: {outcome.Error}");
            var shown = outcome.Output;
            Assert.All(Option().Matches(command), option => Assert.Contains(option.Value, shown, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Every_key_of_the_configuration_exists(string guide)
    {
        var unknown = Span()
            .Matches(await ReadAsync(guide))
            .Select(match => match.Groups[1].Value.Split('=')[0].Replace("__", ":", StringComparison.Ordinal))
            .Where(span => Key().IsMatch(span))
            .Distinct()
            .Where(key => !IsKey(typeof(BotOptions), key.Split(':')));

        Assert.Empty(unknown);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Every_link_leads_to_a_file(string guide) =>
        Assert.All(
            Link().Matches(await ReadAsync(guide)).Select(match => match.Groups[1].Value.Split('#')[0]),
            link => Assert.True(link.StartsWith("https://", StringComparison.Ordinal) || Path.Exists(Path.Combine(Docs, link)), link)
        );

    private static Task<string> ReadAsync(string guide) =>
        File.ReadAllTextAsync(Path.Combine(Docs, guide), TestContext.Current.CancellationToken);

    private static bool IsKey(Type type, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return true;
        }

        if (OptionShape.EntryOf(type) is { } entry)
        {
            return IsKey(entry, path[1..]);
        }

        if (OptionShape.ElementOf(type) is { } element)
        {
            return IsKey(element, path[0] == "…" || int.TryParse(path[0], out _) ? path[1..] : path);
        }

        var name = path[0];
        return OptionShape.KeysOf(type).FirstOrDefault(key => key.Name == name) is { } known && IsKey(known.PropertyType, path[1..]);
    }

    [GeneratedRegex(@"^(?:dotnet )?Bot\.dll (.+)$", RegexOptions.Multiline)]
    private static partial Regex Shell();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex("^(?:serve|doctor|health|schema|backup|confirm|ingest|deliveries|subscriptions|reindex)(?: |$)")]
    private static partial Regex Verb();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(
        @"^(?:Database|Jobs|Intake|Series|Holidays|Delivery|Discord|Asking|Slack|Web|Operator|Admins|Secrets|Logging|Telemetry):[\w:…]+$"
    )]
    private static partial Regex Key();

    [GeneratedRegex(@"\]\(([^)#][^)]*)\)")]
    private static partial Regex Link();
}
