using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Configuration;

public sealed class ConfigurationReaderTests
{
    [Fact]
    public void A_command_that_stands_alone_must_be_one_of_the_readers()
    {
        var problem = Assert.Single(Read(("Slack:Commands:0", "funding"), ("Slack:Commands:1", "fundng")).Problems);

        Assert.Equal("Slack:Commands:1", problem.Key);
        Assert.Contains("funding", problem.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_configured_is_right_and_gives_the_defaults()
    {
        var reading = Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(DatabaseProvider.Sqlite, reading.Options.Database.Provider);
        Assert.Equal("http://127.0.0.1:5080", reading.Options.Web.Url);
        Assert.Equal(3, reading.Options.Intake.MaxDaysFromToday);
    }

    [Fact]
    public void A_file_of_spellings_is_told_by_its_lines()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "Openpier = Open Pier Works\nnonsense\n");

            var problem = Assert.Single(Read(("Companies:File", file)).Problems);

            Assert.Equal("Companies:File", problem.Key);
            Assert.Contains("line 2: \"nonsense\"", problem.Message.English, StringComparison.Ordinal);
            Assert.Equal("Companies:File", Assert.Single(Read(("Companies:File", file + ".gone")).Problems).Key);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>As in a file that has <c>[null]</c> or <c>[{}]</c> there.</summary>
    [Theory, MemberData(nameof(Lists))]
    public void An_empty_element_of_any_list_is_named(string list)
    {
        var reading = Read(($"{list}:0", null));

        Assert.Contains(reading.Problems, problem => problem.Key == $"{list}:0" && problem.Message.English.Contains("empty"));
    }

    public static TheoryData<string> Lists() => [.. ListsIn(typeof(BotOptions), "")];

    private static IEnumerable<string> ListsIn(Type section, string path)
    {
        foreach (var key in OptionShape.KeysOf(section))
        {
            var (type, own) = (key.PropertyType, path.Length == 0 ? key.Name : $"{path}:{key.Name}");
            if (OptionShape.ElementOf(type) is { } element)
            {
                yield return own;
                foreach (var inner in OptionShape.IsValue(element) ? [] : ListsIn(element, $"{own}:0"))
                {
                    yield return inner;
                }
            }
            else if (!OptionShape.IsValue(type) && OptionShape.EntryOf(type) is null)
            {
                foreach (var inner in ListsIn(type, own))
                {
                    yield return inner;
                }
            }
        }
    }

    [Fact]
    public void An_unknown_key_names_itself_and_the_nearest_one()
    {
        var problem = Assert.Single(Read(("Intake:Inbx", "in")).Problems);

        Assert.Equal("Intake:Inbx", problem.Key);
        Assert.Contains("\"Inbox\"", problem.Message.English, StringComparison.Ordinal);
        Assert.Contains("「Inbox」", problem.Message.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public void H14_A_key_of_an_earlier_version_is_refused_with_its_new_name()
    {
        var problem = Assert.Single(Read(("Slack:FormerSigningSecret", "canary")).Problems);

        Assert.Equal("Slack:FormerSigningSecret", problem.Key);
        Assert.Contains("did you mean \"PreviousSigningSecret\"", problem.Message.English, StringComparison.Ordinal);
        Assert.Contains("「PreviousSigningSecret」", problem.Message.Japanese, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", problem.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slack:BotToken", "xoxb-1-test\n", true)]
    [InlineData("Slack:BotToken", "xoxb-1\u2013test", false)]
    [InlineData("Slack:BotToken", "xoxe.xoxb-1-rotating", false)]
    [InlineData("Discord:Token", "a.b.c\n", true)]
    [InlineData("Discord:Token", "a.b\u2013c", false)]
    public void H14_Secrets_are_trimmed_or_named_at_the_start(string key, string value, bool isTaken)
    {
        var problems = Read(
            (key, value),
            ("Slack:SigningSecret", "0123456789abcdef0123456789abcdef\n"),
            ("Discord:ApplicationId", "1456000000000000001\n")
        ).Problems;

        Assert.Equal(isTaken ? [] : [key], problems.Select(problem => problem.Key));
    }

    [Fact]
    public void An_unknown_key_that_is_like_no_other_lists_what_there_is()
    {
        var problem = Assert.Single(Read(("Jobs:Zebra", "1")).Problems);

        Assert.Contains("Storage", problem.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_section_names_the_nearest_one()
    {
        var problem = Assert.Single(Read(("Databse:Provider", "Sqlite")).Problems);

        Assert.Equal("Databse", problem.Key);
        Assert.Contains("\"Database\"", problem.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Discord:Token", "canary with blanks")]
    [InlineData("Discord:ApplicationId", "canary")]
    [InlineData("Discord:PublicKey", "canary")]
    [InlineData("Discord:PreviousPublicKey", "canary")]
    public void A_wrong_value_of_Discord_names_its_key_and_never_itself(string key, string value)
    {
        var problem = Assert.Single(
            Read([.. new[] { ("Discord:ApplicationId", "1456000000000000001") }.Where(other => other.Item1 != key), (key, value)]).Problems
        );

        Assert.Equal(key, problem.Key);
        Assert.DoesNotContain("canary", problem.Text.English + problem.Text.Japanese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Intake:MaxDaysFromToday", "soon")]
    [InlineData("Intake:MaxDaysFromToday", "-1")]
    [InlineData("Intake:InboxSettle", "2 s")]
    [InlineData("Intake:InboxSettle", "1.00:00:00")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Jobs:Storage", "Redis")]
    [InlineData("Web:Url", "here")]
    [InlineData("Web:Zone", "Asia/Tokio")]
    [InlineData("Delivery:Sweep", "-00:00:01")]
    [InlineData("Logging:LogLevel:Default", "Loud")]
    [InlineData("Intake:Feeds:0:Url", "ftp://example.com/a.md")]
    [InlineData("Intake:Feeds:0", "https://example.com/a.md")]
    [InlineData("Intake:Feeds", "https://example.com/a.md")]
    [InlineData("Intake:ApiTokens", "canary")]
    [InlineData("Database", "canary")]
    [InlineData("Series:0:Zone", "Asia/Tokio")]
    [InlineData("Series:0:Key", "US AI")]
    [InlineData("Series:0:Language", "fr")]
    [InlineData("Series:0:Language", "1")]
    [InlineData("Slack:Mode", "Pigeon")]
    [InlineData("Slack:AppToken", "canary")]
    [InlineData("Slack:ApiBaseUrl", "http://example.com/api/")]
    [InlineData("Slack:ApiBaseUrl", "https://slack.com/api")]
    [InlineData("Slack:ChannelBurst", "0")]
    [InlineData("Slack:WorkspacePerMinute", "-1")]
    public void A_wrong_value_names_its_key(string key, string value)
    {
        // An entry of a list needs its other required keys too.
        var reading =
            key.StartsWith("Series", StringComparison.Ordinal) && key != "Series:0:Key"
                ? Read((key, value), ("Series:0:Key", "us-ai"))
                : Read((key, value));

        Assert.Equal(key, Assert.Single(reading.Problems).Key);
    }

    [Theory]
    [InlineData("ja", Chat.Locale.Japanese)]
    [InlineData("JA", Chat.Locale.Japanese)]
    [InlineData("japanese", Chat.Locale.Japanese)]
    [InlineData("en", Chat.Locale.English)]
    [InlineData("ENGLISH", Chat.Locale.English)]
    public void A_language_has_any_of_its_names_everywhere(string name, Chat.Locale locale)
    {
        var reading = Read(("Series:0:Key", "us-ai"), ("Series:0:Language", name), ("Operator:Language", name));

        Assert.Empty(reading.Problems);
        Assert.Equal((locale, locale), (reading.Options.Series[0].Language, reading.Options.Operator.Language));
    }

    [Fact]
    public void A_language_that_there_is_not_is_told_which_there_are() =>
        Assert.Contains(
            "ja, en, Japanese, English",
            Assert.Single(Read(("Series:0:Key", "us-ai"), ("Series:0:Language", "fr")).Problems).Text.English,
            StringComparison.Ordinal
        );

    [Fact]
    public void F10_All_that_is_wrong_is_listed_at_once()
    {
        var problems = Read(
            ("Intake:MaxDaysFromToday", "soon"),
            ("Intake:Feeds:0:Every", "00:07:00"),
            ("Web:Url", "http://0.0.0.0:5080"),
            ("Series:0:Zone", "Mars/Base"),
            ("Colour", "red")
        )
            .Problems.Select(problem => problem.Key);

        Assert.Equal(
            ["Colour", "Intake:Feeds:0:Every", "Intake:Feeds:0:Url", "Intake:MaxDaysFromToday", "Series:0:Key", "Series:0:Zone", "Web:Url"],
            problems.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void PostgreSql_needs_a_connection_string_and_alarms_in_it_need_PostgreSql()
    {
        Assert.Equal("Database:ConnectionString", Assert.Single(Read(("Database:Provider", "PostgreSql")).Problems).Key);
        Assert.Equal("Jobs:Storage", Assert.Single(Read(("Jobs:Storage", "PostgreSql")).Problems).Key);
    }

    [Fact]
    public void An_address_beyond_this_machine_needs_tokens()
    {
        Assert.Equal("Web:Url", Assert.Single(Read(("Web:Url", "http://0.0.0.0:5080")).Problems).Key);
        Assert.Empty(Read(("Web:Url", "http://0.0.0.0:5080"), ("Web:Auth:Tokens:0", "5f2c9a7be1d04836b7aa")).Problems);
    }

    [Fact]
    public void A_token_that_is_too_short_is_named_but_never_shown()
    {
        var problem = Assert.Single(Read(("Intake:ApiTokens:publisher", "canary")).Problems);

        Assert.Equal("Intake:ApiTokens:publisher", problem.Key);
        Assert.DoesNotContain("canary", problem.Text.English + problem.Text.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_names_may_not_share_a_token()
    {
        var problem = Assert.Single(
            Read(("Intake:ApiTokens:a", "5f2c9a7be1d04836b7aa"), ("Intake:ApiTokens:b", "5f2c9a7be1d04836b7aa")).Problems
        );

        Assert.StartsWith("Intake:ApiTokens:", problem.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_of_a_series_that_is_not_there_is_named()
    {
        var problem = Assert.Single(Read(("Intake:Feeds:0:Url", "https://example.com/a.md"), ("Intake:Feeds:0:Series", "eu-ai")).Problems);

        Assert.Equal("Intake:Feeds:0:Series", problem.Key);
        Assert.Contains("us-ai", problem.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feeds_address_may_not_carry_a_password()
    {
        var problem = Assert.Single(Read(("Intake:Feeds:0:Url", "https://me:canary@example.com/a.md")).Problems);

        Assert.Equal("Intake:Feeds:0:Url", problem.Key);
        Assert.DoesNotContain("canary", problem.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configured_list_takes_the_place_of_its_default()
    {
        var options = Read(("Delivery:RetryWaits:0", "00:00:01"), ("Delivery:RetryWaits:1", "00:00:02")).Options;

        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], options.Delivery.RetryWaits);
    }

    [Fact]
    public void A_word_for_a_section_kind_that_does_not_exist_is_named()
    {
        var problem = Assert.Single(Read(("Vocabulary:Sections:weather:雨", "3")).Problems);

        Assert.StartsWith("Vocabulary", problem.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_the_framework_do_not_reach_it()
    {
        var reading = Read(("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:80"), ("urls", "http://0.0.0.0:80"));

        Assert.Equal(["Kestrel", "urls"], reading.Problems.Select(problem => problem.Key).Order(StringComparer.OrdinalIgnoreCase));
        Assert.Empty(reading.Configuration.GetSection("Kestrel").GetChildren());
        Assert.Null(reading.Configuration["urls"]);
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_a_problem_with_its_path()
    {
        using var bench = new Bench();
        bench.Write("appsettings.json", """{ "Web": { "Url": } }""");

        var problem = Assert.Single(ConfigurationReader.Read(bench.CommandLineContext()).Problems);

        Assert.EndsWith("appsettings.json", problem.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void The_callers_file_is_read_and_the_environment_wins()
    {
        using var bench = new Bench();
        bench.Write("appsettings.json", """{ "Web": { "Url": "http://127.0.0.1:6000" }, "Intake": { "MaxDaysFromToday": 9 } }""");
        bench.Set("Web:Url", "http://127.0.0.1:7000");

        var options = ConfigurationReader.Read(bench.CommandLineContext()).Options;

        Assert.Equal("http://127.0.0.1:7000", options.Web.Url);
        Assert.Equal(9, options.Intake.MaxDaysFromToday);
    }

    private static ConfigurationReading Read(params (string Key, string? Value)[] settings) =>
        ConfigurationReader.Check(
            (IConfigurationRoot)
                new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build()
        );
}
