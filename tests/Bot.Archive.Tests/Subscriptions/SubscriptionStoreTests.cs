using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Subscriptions;

public class SubscriptionStoreTests
{
    private const string TwoOfThem =
        """
        {"subscriptions": [
          {"series": "us-ai", "platform": "web", "workspace": "local", "channel": "general"},
          {"series": "us-ai", "platform": "slack", "workspace": "T1", "channel": "C1", "sections": ["outlook", "startups"], "language": "en", "preferDuplicate": true}
        ]}
        """;

    private static readonly SubscriptionNames Names = new(["web", "slack", "discord"], ["us-ai"]);

    [Theory, BothDatabases]
    public async Task Applying_a_file_twice_changes_nothing_the_second_time(TestDatabase database)
    {
        var store = Store(database);

        var first = await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None);
        var second = await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None);

        Assert.Equal(["+ us-ai → web:local/general", "+ us-ai → slack:T1/C1"], first.Changes.Select(change => change.ToString()));
        Assert.Equal((0, 2), (second.Changes.Count, second.Unchanged));
        Assert.Equal(["startups", "outlook"], (await store.ListAsync(CancellationToken.None))[0].Sections);
    }

    [Theory, BothDatabases]
    public async Task What_is_exported_applies_without_a_difference(TestDatabase database)
    {
        var store = Store(database);
        await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None);

        var changes = await store.ApplyAsync(await store.ExportAsync(CancellationToken.None), Names, prune: true, dryRun: false, CancellationToken.None);

        Assert.Equal((0, 2, 0), (changes.Changes.Count, changes.Unchanged, changes.Problems.Count));
    }

    [Theory, BothDatabases]
    public async Task What_a_subscription_asks_of_its_platform_is_kept_and_exported(TestDatabase database)
    {
        var store = Store(database);
        const string asking =
            """
            {"subscriptions": [{"series": "us-ai", "platform": "discord", "workspace": "1", "channel": "2", "preferDuplicate": true,
              "silentRoot": true, "autoArchiveMinutes": 1440, "forumTags": ["11", "12"], "publish": true, "mentionRole": "13"}]}
            """;
        await store.ApplyAsync(asking, Names, prune: false, dryRun: false, CancellationToken.None);

        var options = SubscriptionOptions.SendOptions((await store.ListAsync(CancellationToken.None))[0].Options);
        var again = await store.ApplyAsync(await store.ExportAsync(CancellationToken.None), Names, prune: true, dryRun: false, CancellationToken.None);

        Assert.Equal(new SendOptions { SilentRoot = true, AutoArchiveMinutes = 1440, ForumTags = ["11", "12"], Publish = true, MentionRole = "13" }, options);
        Assert.Equal((0, 1), (again.Changes.Count, again.Unchanged));
    }

    [Theory]
    [InlineData("\"autoArchiveMinutes\": 61", "autoArchiveMinutes")]
    [InlineData("\"forumTags\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"]", "forumTags")]
    [InlineData("\"mentionRole\": \"@everyone\"", "mentionRole")]
    [InlineData("\"publish\": 1", "publish")]
    public void What_no_platform_takes_is_named(string option, string key)
    {
        var problems = new List<string>();
        SubscriptionFile.Read(
            "{\"subscriptions\": [{\"series\": \"us-ai\", \"platform\": \"discord\", \"workspace\": \"1\", \"channel\": \"2\", " + option + "}]}", Names, problems);
        Assert.Contains(key, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_dry_run_says_the_difference_and_writes_nothing(TestDatabase database)
    {
        var store = Store(database);
        await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None);
        const string changed =
            """{"subscriptions": [{"series": "us-ai", "platform": "slack", "workspace": "T1", "channel": "C1", "sections": []}]}""";

        var changes = await store.ApplyAsync(changed, Names, prune: true, dryRun: true, CancellationToken.None);

        Assert.Equal(
            ["~ us-ai → slack:T1/C1 (sections: startups, outlook → all; language: en → ja; preferDuplicate: true → false)", "- us-ai → web:local/general"],
            changes.Changes.Select(change => change.ToString()));
        Assert.Equal(2, (await store.ListAsync(CancellationToken.None)).Count);
        Assert.Equal(["startups", "outlook"], (await store.ListAsync(CancellationToken.None))[0].Sections);
    }

    [Theory, BothDatabases]
    public async Task Without_prune_what_is_not_named_stays_and_with_it_goes_and_can_come_back(TestDatabase database)
    {
        var store = Store(database);
        await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None);
        const string none = """{"subscriptions": []}""";

        Assert.Equal((0, 2), await store.ApplyAsync(none, Names, prune: false, dryRun: false, CancellationToken.None) is var kept ? (kept.Changes.Count, kept.Unnamed) : default);
        Assert.Equal(2, (await store.ApplyAsync(none, Names, prune: true, dryRun: false, CancellationToken.None)).Changes.Count);
        Assert.Empty(await store.ListAsync(CancellationToken.None));
        Assert.All(
            (await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None)).Changes,
            change => Assert.Equal(SubscriptionChangeKind.Added, change.Kind));
        Assert.Equal(2, (await store.ListAsync(CancellationToken.None)).Count);
    }

    [Theory, BothDatabases("""{"series": "us-ai", "platform": "telex", "workspace": "T1", "channel": "C1"}""", "unknown platform \"telex\""),
        BothDatabases("""{"series": "eu-ai", "platform": "web", "workspace": "local", "channel": "C1"}""", "unknown series \"eu-ai\""),
        BothDatabases("""{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "C1", "sections": ["startup"]}""", "unknown section \"startup\""),
        BothDatabases("""{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "C1", "chanel": "x"}""", "unknown key \"chanel\""),
        BothDatabases("""{"series": "us-ai", "platform": "web", "workspace": "local"}""", "\"channel\" must be a text"),
        BothDatabases("""{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "C1", "language": "fr"}""", "unknown language \"fr\"")]
    public async Task A_problem_names_itself_and_changes_nothing(TestDatabase database, string wrong, string problem)
    {
        var store = Store(database);
        var file = """{"subscriptions": [{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "ok"}, """ + wrong + "]}";

        var changes = await store.ApplyAsync(file, Names, prune: true, dryRun: false, CancellationToken.None);

        Assert.Contains(changes.Problems, text => text.StartsWith("subscription 2: ", StringComparison.Ordinal) && text.Contains(problem, StringComparison.Ordinal));
        Assert.Empty(changes.Changes);
        Assert.Empty(await store.ListAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("nonsense", "not JSON")]
    [InlineData("[]", "expected an object")]
    [InlineData("{\"subscriptions\": [], \"prune\": true}", "unknown key \"prune\"")]
    [InlineData("{\"subscriptions\": [7]}", "expected an object")]
    public void A_file_that_is_none_says_why(string file, string problem)
    {
        var problems = new List<string>();

        SubscriptionFile.Read(file, Names, problems);

        Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void F10_The_same_channel_twice_is_a_problem()
    {
        var problems = new List<string>();

        SubscriptionFile.Read(
            """{"subscriptions": [{"series":"us-ai","platform":"web","workspace":"l","channel":"c"}, {"series":"us-ai","platform":"web","workspace":"l","channel":"c"}]}""",
            Names, problems);

        Assert.Contains("named twice", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_default_is_made_once_and_not_again_after_it_was_removed(TestDatabase database)
    {
        var store = Store(database);
        var spec = new SubscriptionSpec("us-ai", "web", "local", "general");

        Assert.True(await store.EnsureAsync(spec, CancellationToken.None));
        Assert.False(await store.EnsureAsync(spec, CancellationToken.None));
        await store.ApplyAsync("""{"subscriptions": []}""", Names, prune: true, dryRun: false, CancellationToken.None);

        Assert.False(await store.EnsureAsync(spec, CancellationToken.None));
        Assert.Empty(await store.ListAsync(CancellationToken.None));
    }

    [Fact]
    public void Section_names_are_the_kinds_in_kebab_case() =>
        Assert.Equal(
            ["technology-news", "marketing-news", "startups", "future-tech", "analysis", "insights", "outlook", "references", "other"],
            SectionNames.All);

    private static SubscriptionStore Store(TestDatabase database) =>
        new(database.Contexts, database.Services.GetRequiredService<ArchiveTransactions>(), database.Clock);
}
