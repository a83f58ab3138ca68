using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Discord.Setup.Registration;
using Bot.Testing.Commands;

namespace Bot.Discord.Tests.Setup.Registration;

public class CommandBodyTests
{
    [Fact]
    public void A_command_is_registered_in_both_languages_for_servers_only()
    {
        var body = CommandBody.Of(new CommandCatalogue([Funding()]))[0]!;

        Assert.Equal(
            """{"type":1,"name":"funding","description":"Rounds of a company","description_localizations":{"ja":"会社の資金調達"},"options":[{"type":3,"name":"company","name_localizations":{"ja":"企業名"},"description":"Its name","description_localizations":{"ja":"名前"},"required":false,"autocomplete":true}],"default_member_permissions":null,"contexts":[0],"integration_types":[0]}""",
            body.ToJsonString(
                new System.Text.Json.JsonSerializerOptions
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        );
    }

    [Fact]
    public void A_command_is_named_in_Japanese_by_the_first_of_its_Japanese_words()
    {
        var body = CommandBody.Of(
            new CommandCatalogue([
                Funding() with
                {
                    Words = ["deals", "資金調達", "調達"],
                },
                Funding() with
                {
                    Name = "plain",
                    Words = ["x"],
                },
            ])
        );

        Assert.Equal("資金調達", body[0]!["name_localizations"]!["ja"]!.ToString());
        Assert.Null(body[1]!["name_localizations"]);
    }

    [Fact]
    public void A_command_with_subcommands_keeps_its_name_and_they_get_theirs()
    {
        var body = CommandBody.Of(
            new CommandCatalogue([
                Funding() with
                {
                    Words = ["管理"],
                    Subcommands = [new Subcommand("status", Text("s"), [], "", new Nothing()) { Words = ["番号・日付", "状態"] }],
                },
            ])
        )[0]!;

        Assert.Null(body["name_localizations"]);
        Assert.Equal("状態", body["options"]![0]!["name_localizations"]!["ja"]!.ToString());
    }

    [Fact]
    public void An_admins_command_is_shown_to_who_manages_the_server() =>
        Assert.Equal("32", CommandBody.Of(new CommandCatalogue([Funding().ForAdmins()]))[0]!["default_member_permissions"]!.ToString());

    [Fact]
    public void Subcommands_are_options_with_options_of_their_own_required_ones_first()
    {
        var body = CommandBody.Of(
            new CommandCatalogue([
                Funding() with
                {
                    Subcommands =
                    [
                        new Subcommand(
                            "subscribe",
                            Text("Subscribes"),
                            [Argument("time"), Argument("channel") with { Required = true }],
                            "",
                            new Nothing()
                        ),
                    ],
                },
            ])
        )[0]!;

        var subscribe = body["options"]![0]!;
        Assert.Equal(("1", "subscribe"), (subscribe["type"]!.ToString(), subscribe["name"]!.ToString()));
        Assert.Equal(["channel", "time"], subscribe["options"]!.AsArray().Select(option => option!["name"]!.ToString()));
    }

    [Fact]
    public void A_closed_list_is_registered_as_choices_with_their_words_in_both_languages()
    {
        var body = CommandBody.Of(
            new CommandCatalogue([
                Funding()
                    .Taking(
                        new CommandArgument(
                            "horizon",
                            Text("h"),
                            [new CommandChoice("medium", new LocalizedText("中期", "Medium term"), [])]
                        )
                    ),
            ])
        )[0]!;

        var choice = body["options"]![0]!["choices"]![0]!;
        Assert.Equal(
            ("Medium term", "中期", "medium"),
            (choice["name"]!.ToString(), choice["name_localizations"]!["ja"]!.ToString(), choice["value"]!.ToString())
        );
        Assert.Null(body["options"]![0]!["autocomplete"]);
    }

    [Fact]
    public void A_long_description_is_cut_and_keeps_its_letters_whole()
    {
        var text = CommandBody.Of(
            new CommandCatalogue([
                Funding() with
                {
                    Summary = new LocalizedText(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 60)), new string('x', 200)),
                },
            ])
        )[0]!;

        Assert.True(CommandText.Length(text["description"]!.ToString()) <= CommandBody.LongestDescription);
        var japanese = text["description_localizations"]!["ja"]!.ToString();
        Assert.True(CommandText.Length(japanese) <= CommandBody.LongestDescription);
        Assert.EndsWith("👨‍👩‍👧…", japanese);
    }

    [Theory]
    [InlineData("資金調達", true)]
    [InlineData("アウトルック", true)]
    [InlineData("サーバー", true)]
    [InlineData("々", true)]
    [InlineData("xai_日報", true)]
    [InlineData("𠮷", true)]
    [InlineData("ข่าว", true)]
    [InlineData("12345678901234567890123456789012", true)]
    [InlineData("123456789012345678901234567890123", false)]
    [InlineData("", false)]
    [InlineData("Funding", false)]
    [InlineData("ＡＢＣ", false)]
    [InlineData("two words", false)]
    [InlineData("番号・日付", false)]
    [InlineData("🚀", false)]
    [InlineData("か\u3099", false)]
    public void Names_follow_Discords_rules_rune_by_rune(string name, bool valid) => Assert.Equal(valid, CommandText.IsName(name));

    [Fact]
    public void What_Discord_would_refuse_is_said_by_name()
    {
        var problems = CommandProblems
            .Of(
                CommandBody.Of(
                    new CommandCatalogue([
                        Funding() with
                        {
                            Name = "Funding",
                        },
                        Funding().Taking([.. Enumerable.Range(0, 26).Select(i => Argument($"a{i}"))]) with
                        {
                            Name = "many",
                        },
                        Funding().Taking([.. Enumerable.Range(0, 25).Select(i => Choices($"a{i}"))]) with
                        {
                            Name = "long",
                        },
                        Funding() with
                        {
                            Name = "empty",
                            Summary = new LocalizedText("", ""),
                        },
                    ])
                )
            )
            .ToList();

        Assert.Contains(problems, problem => problem.StartsWith("/Funding: \"Funding\" is no name", StringComparison.Ordinal));
        Assert.Contains("/many has 26 options, of which Discord takes 25", problems);
        Assert.Contains(
            problems,
            problem =>
                problem.StartsWith("/long has ", StringComparison.Ordinal)
                && problem.EndsWith("of which Discord takes 8000", StringComparison.Ordinal)
        );
        Assert.Contains("/empty has no description", problems);
        Assert.Empty(CommandProblems.Of(CommandBody.Of(new CommandCatalogue([Funding()]))));
    }

    [Fact]
    public void A_name_that_two_siblings_share_in_any_language_is_said()
    {
        var body = CommandBody.Of(
            new CommandCatalogue([
                Funding() with
                {
                    Name = "manage",
                    Words = ["管理"],
                    Subcommands =
                    [
                        new Subcommand("status", Text("s"), [], "", new Nothing()) { Words = ["状態"] },
                        new Subcommand("health", Text("h"), [], "", new Nothing()) { Words = ["状態"] },
                    ],
                },
                Funding().Taking(Argument("day") with { Label = Text("日付") }, Argument("date") with { Label = Text("日付") }) with
                {
                    Name = "dated",
                },
            ])
        );

        Assert.Equal(["/manage 状態 is the name of 2", "/dated 日付 is the name of 2"], CommandProblems.Of(body));
    }

    [Fact]
    public void What_Discord_adds_leaves_out_or_sorts_otherwise_is_no_difference()
    {
        var body = CommandBody.Of(new CommandCatalogue([Funding(), Funding().ForAdmins() with { Name = "other" }]));
        var registered = (JsonArray)
            JsonNode.Parse(
                """
                [
                  {"id":"2","application_id":"1","version":"9","type":1,"name":"other","nsfw":false,"name_localizations":null,"contexts":[0],"integration_types":[0],"default_member_permissions":"32","dm_permission":false,
                   "description":"Rounds of a company","description_localizations":{"ja":"会社の資金調達"},"options":[{"type":3,"name":"company","name_localizations":{"ja":"企業名"},"description":"Its name","description_localizations":{"ja":"名前"},"autocomplete":true}]},
                  {"id":"1","application_id":"1","version":"9","name":"funding","description":"Rounds of a company","description_localizations":{"ja":"会社の資金調達"},"default_permission":true,"default_member_permissions":null,"integration_types":[0],"contexts":[0],
                   "options":[{"autocomplete":true,"description":"Its name","description_localizations":{"ja":"名前"},"name":"company","name_localizations":{"ja":"企業名"},"required":false,"type":3}]}
                ]
                """
            )!;

        Assert.Equal(CommandForm.Of(registered), CommandForm.Of(body));
    }

    [Theory]
    [InlineData("options.0.name", "firm")]
    [InlineData("description", "Other")]
    [InlineData("description_localizations.ja", "別")]
    [InlineData("default_member_permissions", "8")]
    public void What_people_see_is_a_difference(string path, string value)
    {
        var body = CommandBody.Of(new CommandCatalogue([Funding()]));
        var other = (JsonArray)body.DeepClone();
        JsonNode at = other[0]!;
        foreach (var step in path.Split('.')[..^1])
        {
            at = at is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!;
        }

        at[path.Split('.')[^1]] = value;

        Assert.NotEqual(CommandForm.Of(body), CommandForm.Of(other));
    }

    private static Command Funding() =>
        new(
            "funding",
            new LocalizedText("会社の資金調達", "Rounds of a company"),
            [
                new CommandArgument("company", new LocalizedText("名前", "Its name"), [])
                {
                    Label = new LocalizedText("企業名", "company"),
                    Suggestions = new Nothing(),
                },
            ],
            "funding",
            new Nothing()
        );

    private static CommandArgument Argument(string name) => new(name, Text(name), []);

    private static CommandArgument Choices(string name) =>
        new(
            name,
            Text(new string('d', 100)),
            [.. Enumerable.Range(0, 25).Select(i => new CommandChoice($"v{i}", Text(new string('c', 90) + i), []))]
        );

    private static LocalizedText Text(string text) => new(text, text);

    private sealed class Nothing : ICommandHandler, IArgumentSuggestions
    {
        public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(
            CommandCall call,
            string typed,
            int most,
            CancellationToken cancellationToken
        ) => new([]);
    }
}
