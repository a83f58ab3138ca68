using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Testing.Databases;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Architecture;

/// <summary>Guides name verbs, keys, files and metrics that there are.</summary>
public sealed partial class GuideTests
{
    private static readonly string Docs = Path.Combine(SourceTree.Root, "docs");

    /// <summary>Names that an operator puts in the place of a template's.</summary>
    private static readonly string[] Templates = ["privacy.md", "privacy.ja.md", "support.md", "support.ja.md"];

    public static TheoryData<string> Guides =>
        ["operating.md", "operating.ja.md", "runbook.md", "slack.md", "slack.ja.md", "discord.md", "discord.ja.md"];

    public static TheoryData<string> Pages => [.. Guides.Select(row => row.Data), .. Templates];

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
    [MemberData(nameof(Pages))]
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
    [MemberData(nameof(Pages))]
    public async Task Every_link_leads_to_a_file(string guide) =>
        Assert.All(
            Link().Matches(await ReadAsync(guide)).Select(match => match.Groups[1].Value.Split('#')[0]),
            link => Assert.True(link.StartsWith("https://", StringComparison.Ordinal) || Path.Exists(Path.Combine(Docs, link)), link)
        );

    [Theory]
    [InlineData("slack.md")]
    [InlineData("slack.ja.md")]
    [InlineData("discord.md")]
    [InlineData("discord.ja.md")]
    [InlineData("operating.md")]
    [InlineData("operating.ja.md")]
    public async Task What_the_bot_is_quoted_with_it_says(string guide)
    {
        var sentences = Sentences(guide.EndsWith(".ja.md", StringComparison.Ordinal) ? ".ja.resx" : ".resx").ToList();
        var quotes = Quote()
            .Matches(await ReadAsync(guide))
            .Select(match => match.Value[1..^1].Replace(@"\|", "|", StringComparison.Ordinal))
            .ToList();

        Assert.True(quotes.Count > 5, $"{quotes.Count} quotes");
        Assert.All(quotes, quote => Assert.True(sentences.Exists(sentence => Says(sentence, quote)), quote));
    }

    [Fact]
    public void Only_the_templates_have_places_to_fill_in()
    {
        var open = Directory
            .EnumerateFiles(SourceTree.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Docs, "*.md"))
            .Where(file => File.ReadAllText(file).Contains("[[", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.Equal(Templates.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
        Assert.All(
            Templates,
            template => Assert.Contains("CONTACT]]", File.ReadAllText(Path.Combine(Docs, template)), StringComparison.Ordinal)
        );
    }

    [Theory, EmptyDatabases]
    public async Task What_deletes_a_person_does_so(EmptyDatabase database)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await database.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(cancellation);
        await using var context = await database
            .Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()
            .CreateDbContextAsync(cancellation);
        foreach (var person in new[] { "U0000000001", "U0000000002" })
        {
            context.AddRange(
                new StoredAsker
                {
                    Platform = "slack",
                    Workspace = "T1",
                    Person = person,
                },
                new AuditEntry
                {
                    Actor = $"slack:T1/{person}",
                    Action = "subscribe",
                    Target = "channel",
                },
                new Subscription
                {
                    Platform = "slack",
                    Workspace = "T1",
                    Channel = $"D{person}",
                    Series = "us-ai",
                    Owner = person,
                    Filter = "company:nvidia",
                }
            );
        }

        await context.SaveChangesAsync(cancellation);

        var statements = Sql().Match(await ReadAsync("privacy.md")).Groups[1].Value;
        await context.Database.ExecuteSqlRawAsync(statements, cancellation);

        Assert.Equal(["U0000000002"], await context.Askers.Select(row => row.Person).ToListAsync(cancellation));
        Assert.Equal(["", "U0000000002"], await context.Subscriptions.Select(row => row.Owner).Order().ToListAsync(cancellation));
        Assert.Equal(1, await context.Subscriptions.CountAsync(row => row.IsActive && row.Filter != null, cancellation));
        Assert.Equal(["deleted", "slack:T1/U0000000002"], await context.Audit.Select(row => row.Actor).Order().ToListAsync(cancellation));
    }

    /// <summary>What the bot can say to people, as it stands in its resources.</summary>
    private static IEnumerable<string> Sentences(string ending) =>
        from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.resx", SearchOption.AllDirectories)
        where
            file.EndsWith(ending, StringComparison.Ordinal)
            && (ending == ".ja.resx" || !file.EndsWith(".ja.resx", StringComparison.Ordinal))
        from value in XDocument.Load(file).Descendants("value")
        select value.Value.Replace("`", "", StringComparison.Ordinal).TrimEnd('。');

    /// <summary>Whether it is the sentence with something in its places.</summary>
    private static bool Says(string sentence, string quote) =>
        quote.StartsWith(sentence.Split('{')[0], StringComparison.Ordinal)
        && Regex.IsMatch(quote, "^" + Place().Replace(Regex.Escape(sentence), ".+") + "$", RegexOptions.CultureInvariant);

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

    [GeneratedRegex(@"^ *(?:dotnet )?Bot\.dll ([^>\n]+)", RegexOptions.Multiline)]
    private static partial Regex Shell();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex("^(?:serve|doctor|health|schema|backup|confirm|ingest|deliveries|subscriptions|reindex)(?: |$)")]
    private static partial Regex Verb();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(
        @"^(?:Database|Jobs|Intake|Series|Holidays|Delivery|Retention|Discord|Asking|Slack|Web|Operator|Admins|Secrets|Logging|Telemetry):[\w:…]+$"
    )]
    private static partial Regex Key();

    [GeneratedRegex("“[^”]+”|『[^』]+』")]
    private static partial Regex Quote();

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sql();

    /// <summary>As <see cref="Regex.Escape"/> leaves it.</summary>
    [GeneratedRegex(@"\\\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\]\(([^)#][^)]*)\)")]
    private static partial Regex Link();
}
