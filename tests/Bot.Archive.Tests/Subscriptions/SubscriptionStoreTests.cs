using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Subscriptions;
using Bot.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Subscriptions;

public class SubscriptionStoreTests
{
    private const string TwoOfThem = """
        {"subscriptions": [
          {"series": "us-ai", "platform": "web", "workspace": "local", "channel": "general"},
          {"series": "us-ai", "platform": "slack", "workspace": "T1", "channel": "C1", "sections": ["outlook", "startups"], "language": "en", "preferDuplicate": true}
        ]}
        """;

    private static readonly SubscriptionNames Names = new(["web", "slack", "discord"], ["us-ai"])
    {
        Options = [new DiscordsOptions()],
        Calendars = ["jp"],
    };

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
    public async Task H29_A_series_is_not_subscribed_where_it_is_not_open(TestDatabase database)
    {
        var store = Store(database);
        var names = Names with { IsOpen = (series, platform, workspace) => (series, platform, workspace) is ("us-ai", "slack", "T1") };

        var changes = await store.ApplyAsync(TwoOfThem, names, prune: false, dryRun: false, CancellationToken.None);

        Assert.Contains("web:local", Assert.Single(changes.Problems));
        Assert.Empty(await store.ListAsync(CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task What_is_exported_applies_without_a_difference(TestDatabase database)
    {
        var store = Store(database);
        await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None);

        var changes = await store.ApplyAsync(
            await store.ExportAsync(Names, CancellationToken.None),
            Names,
            prune: true,
            dryRun: false,
            CancellationToken.None
        );

        Assert.Equal((0, 2, 0), (changes.Changes.Count, changes.Unchanged, changes.Problems.Count));
    }

    [Theory, BothDatabases]
    public async Task What_a_subscription_asks_of_its_platform_is_kept_and_exported(TestDatabase database)
    {
        var store = Store(database);
        const string asking = """
            {"subscriptions": [{"series": "us-ai", "platform": "discord", "workspace": "1", "channel": "2", "preferDuplicate": true,
              "silentRoot": true, "autoArchiveMinutes": 1440, "forumTags": ["11", "12"], "publish": true, "mentionRole": "13"}]}
            """;
        await store.ApplyAsync(asking, Names, prune: false, dryRun: false, CancellationToken.None);

        var options = SubscriptionOptions.SendOptions((await store.ListAsync(CancellationToken.None))[0].Options);
        var again = await store.ApplyAsync(
            await store.ExportAsync(Names, CancellationToken.None),
            Names,
            prune: true,
            dryRun: false,
            CancellationToken.None
        );

        Assert.Equal(
            new SendOptions
            {
                SilentRoot = true,
                AutoArchiveMinutes = 1440,
                ForumTags = ["11", "12"],
                Publish = true,
                MentionRole = "13",
            },
            options
        );
        Assert.Equal((0, 1), (again.Changes.Count, again.Unchanged));
    }

    [Theory, BothDatabases]
    public async Task A_schedule_is_kept_exported_and_told_as_a_difference(TestDatabase database)
    {
        var store = Store(database);
        const string scheduled = """
            {"subscriptions": [{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "general",
              "schedule": {"at": "8:00", "zone": "Asia/Tokyo", "weekdays": ["fri", "mon"], "holidays": ["jp"], "quiet": "22:00-7:00", "late": "skip"}}]}
            """;
        const string arrival =
            """{"subscriptions": [{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "general", "schedule": {}}]}""";
        const string none = """{"subscriptions": [{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "general"}]}""";

        await store.ApplyAsync(scheduled, Names, prune: false, dryRun: false, CancellationToken.None);
        var export = await store.ExportAsync(Names, CancellationToken.None);
        var again = await store.ApplyAsync(export, Names, prune: true, dryRun: false, CancellationToken.None);
        var changed = await store.ApplyAsync(arrival, Names, prune: false, dryRun: false, CancellationToken.None);
        var left = await store.ApplyAsync(none, Names, prune: false, dryRun: false, CancellationToken.None);

        Assert.Equal((0, 1), (again.Changes.Count, again.Unchanged));
        Assert.Equal(
            "~ us-ai → web:local/general (schedule: 08:00 Asia/Tokyo mon fri, not on jp, quiet 22:00-07:00, skips when late → on arrival)",
            Assert.Single(changed.Changes).ToString()
        );
        Assert.Equal("~ us-ai → web:local/general (schedule: on arrival → as the series)", Assert.Single(left.Changes).ToString());
    }

    [Theory]
    [InlineData("{\"at\": \"25:00\"}", "\"at\" must be a time of day")]
    [InlineData("{\"at\": \"8:00\", \"zone\": \"Asia/Tokio\"}", "did you mean Asia/Tokyo")]
    [InlineData("{\"at\": \"8:00\", \"holidays\": [\"us\"]}", "known are jp")]
    [InlineData("\"8:00\"", "\"schedule\" must be an object")]
    public void A_schedule_that_cannot_be_followed_says_why(string schedule, string problem)
    {
        var problems = new List<string>();
        SubscriptionFile.Read(
            $$"""{"subscriptions": [{"series": "us-ai", "platform": "web", "workspace": "1", "channel": "2", "schedule": {{schedule}}}]}""",
            Names,
            problems
        );
        Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
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
            "{\"subscriptions\": [{\"series\": \"us-ai\", \"platform\": \"discord\", \"workspace\": \"1\", \"channel\": \"2\", "
                + option
                + "}]}",
            Names,
            problems
        );
        Assert.Contains(key, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack", "\"silentRoot\": true", "\"silentRoot\" is an option of discord, which slack does not take")]
    [InlineData("web", "\"publish\": true", "\"publish\" is an option of discord, which web does not take")]
    [InlineData("slack", "\"preferDuplicates\": true", "did you mean \"preferDuplicate\"?")]
    [InlineData("discord", "\"silentroot\": true", "did you mean \"silentRoot\"?")]
    [InlineData("discord", "\"chanel\": \"x\"", "did you mean \"channel\"?")]
    [InlineData("discord", "\"sections\": [\"startps\"]", "did you mean \"startups\"?")]
    [InlineData("discord", "\"name\": 7", "\"name\" must be a text")]
    [InlineData("discord", "\"name\": \"a\\nb\"", "\"name\" must be a text")]
    public void A_platform_owns_its_options_and_a_mistyped_key_is_told_the_right_one(string platform, string option, string problem)
    {
        var problems = new List<string>();
        SubscriptionFile.Read(
            $$"""{"subscriptions": [{"series": "us-ai", "platform": "{{platform}}", "workspace": "1", "channel": "2", {{option}}}]}""",
            Names,
            problems
        );
        Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_channel_has_several_told_apart_by_name(TestDatabase database)
    {
        var store = Store(database);
        const string file = """
            {"subscriptions": [
              {"series": "us-ai", "platform": "web", "workspace": "local", "channel": "general"},
              {"series": "us-ai", "platform": "web", "workspace": "local", "channel": "general", "name": "夕刊", "sections": ["outlook"]}
            ]}
            """;

        var first = await store.ApplyAsync(file, Names, prune: false, dryRun: false, CancellationToken.None);
        var export = await store.ExportAsync(Names, CancellationToken.None);
        var again = await store.ApplyAsync(export, Names, prune: true, dryRun: false, CancellationToken.None);

        Assert.Equal(
            ["+ us-ai → web:local/general", "+ us-ai → web:local/general (夕刊)"],
            first.Changes.Select(change => change.ToString())
        );
        Assert.Equal((0, 2), (again.Changes.Count, again.Unchanged));
        Assert.Contains("\"name\": \"夕刊\"", export, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_this_version_does_not_know_of_a_stored_subscription_stays(TestDatabase database)
    {
        var store = Store(database);
        await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None);
        await using (var context = database.CreateContext())
        {
            var row = context.Subscriptions.Single(row => row.Platform == "slack");
            row.Options = """{"later":{"is":"known"},"preferDuplicate":true,"silentRoot":"yes"}""";
            await context.SaveChangesAsync(CancellationToken.None);
        }

        await store.ApplyAsync(
            TwoOfThem.Replace("outlook", "insights", StringComparison.Ordinal),
            Names,
            prune: false,
            dryRun: false,
            CancellationToken.None
        );

        await using var after = database.CreateContext();
        var kept = after.Subscriptions.Single(row => row.Platform == "slack").Options;
        Assert.Contains("later", kept, StringComparison.Ordinal);
        Assert.True(SubscriptionOptions.PrefersDuplicate(kept));
        Assert.Equal(SendOptions.None, SubscriptionOptions.SendOptions(kept));
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
            [
                "~ us-ai → slack:T1/C1 (sections: startups, outlook → all; language: en → ja; preferDuplicate: true → false)",
                "- us-ai → web:local/general",
            ],
            changes.Changes.Select(change => change.ToString())
        );
        Assert.Equal(2, (await store.ListAsync(CancellationToken.None)).Count);
        Assert.Equal(["startups", "outlook"], (await store.ListAsync(CancellationToken.None))[0].Sections);
    }

    [Theory, BothDatabases]
    public async Task Without_prune_what_is_not_named_stays_and_with_it_goes_and_can_come_back(TestDatabase database)
    {
        var store = Store(database);
        await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None);
        const string none = """{"subscriptions": []}""";

        Assert.Equal(
            (0, 2),
            await store.ApplyAsync(none, Names, prune: false, dryRun: false, CancellationToken.None) is var kept
                ? (kept.Changes.Count, kept.Unnamed)
                : default
        );
        Assert.Equal(2, (await store.ApplyAsync(none, Names, prune: true, dryRun: false, CancellationToken.None)).Changes.Count);
        Assert.Empty(await store.ListAsync(CancellationToken.None));
        Assert.All(
            (await store.ApplyAsync(TwoOfThem, Names, prune: false, dryRun: false, CancellationToken.None)).Changes,
            change => Assert.Equal(SubscriptionChangeKind.Added, change.Kind)
        );
        Assert.Equal(2, (await store.ListAsync(CancellationToken.None)).Count);
    }

    [Theory, BothDatabases]
    public async Task Sections_and_languages_have_any_of_their_names_and_are_kept_by_one(TestDatabase database)
    {
        var store = Store(database);
        const string File = """
            {"subscriptions": [{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "C1",
              "sections": ["展望", "ニュース", "Startups"], "language": "English"}]}
            """;

        Assert.Empty((await store.ApplyAsync(File, Names, prune: false, dryRun: false, CancellationToken.None)).Problems);

        var kept = Assert.Single(await store.ListAsync(CancellationToken.None));
        Assert.Equal(["technology-news", "marketing-news", "startups", "outlook"], kept.Sections);
        Assert.Equal(Locale.English, kept.Locale);
    }

    [
        Theory,
        BothDatabases("""{"series": "us-ai", "platform": "telex", "workspace": "T1", "channel": "C1"}""", "unknown platform \"telex\""),
        BothDatabases("""{"series": "eu-ai", "platform": "web", "workspace": "local", "channel": "C1"}""", "unknown series \"eu-ai\""),
        BothDatabases(
            """{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "C1", "sections": ["statups"]}""",
            "unknown section \"statups\""
        ),
        BothDatabases(
            """{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "C1", "chanel": "x"}""",
            "unknown key \"chanel\""
        ),
        BothDatabases("""{"series": "us-ai", "platform": "web", "workspace": "local"}""", "\"channel\" must be a text"),
        BothDatabases(
            """{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "C1", "language": "fr"}""",
            "unknown language \"fr\""
        )
    ]
    public async Task A_problem_names_itself_and_changes_nothing(TestDatabase database, string wrong, string problem)
    {
        var store = Store(database);
        var file = """{"subscriptions": [{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "ok"}, """ + wrong + "]}";

        var changes = await store.ApplyAsync(file, Names, prune: true, dryRun: false, CancellationToken.None);

        Assert.Contains(
            changes.Problems,
            text => text.StartsWith("subscription 2: ", StringComparison.Ordinal) && text.Contains(problem, StringComparison.Ordinal)
        );
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
            Names,
            problems
        );

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
            SectionNames.All
        );

    /// <summary>Options as described by the platform.</summary>
    private sealed class DiscordsOptions : IPlatformOptions
    {
        public PlatformId Platform => PlatformId.Discord;

        public IReadOnlyList<SubscriptionOption> Options { get; } =
        [
            new FlagOption("silentRoot"),
            new NumberOption("autoArchiveMinutes", [60, 1440]),
            new IdsOption("forumTags", 5),
            new FlagOption("publish"),
            new IdsOption("mentionRole"),
        ];
    }

    private static SubscriptionStore Store(TestDatabase database) =>
        new(database.Contexts, database.Services.GetRequiredService<ArchiveTransactions>(), database.Clock);
}
