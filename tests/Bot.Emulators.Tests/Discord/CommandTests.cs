using System.Net;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Tests.Discord;

public sealed class CommandTests
{
    private static readonly string Path = $"/applications/{DefaultIds.Application}/commands";

    public static JsonObject Funding =>
        new()
        {
            ["name"] = "funding",
            ["name_localizations"] = new JsonObject { ["ja"] = "資金調達" },
            ["description"] = "Funding rounds of a company",
            ["options"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = 3,
                    ["name"] = "company",
                    ["description"] = "Company",
                    ["autocomplete"] = true,
                    ["required"] = true,
                }
            ),
        };

    private static JsonObject Named(string name) => new() { ["name"] = name, ["description"] = "d" };

    [Fact]
    public async Task A_list_is_overwritten_and_keeps_the_ids_of_what_stays()
    {
        await using var talk = await Talk.BeginAsync();
        var first = await talk.SayAsync("PUT", Path, new JsonArray(Funding, Named("old")));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        var second = await talk.SayAsync("PUT", Path, new JsonArray(Funding, Named("new")));
        Assert.Equal(
            ((string?)first.Body![0]!["id"], (string?)first.Body[0]!["version"]),
            ((string?)second.Body![0]!["id"], (string?)second.Body[0]!["version"])
        );
        Assert.Equal(["funding", "new"], second.Body.AsArray().Select(command => (string)command!["name"]!));
    }

    [Fact]
    public async Task An_Entry_Point_command_is_not_left_out_of_a_list()
    {
        await using var talk = await Talk.BeginAsync();
        var launch = new JsonObject
        {
            ["type"] = 4,
            ["name"] = "launch",
            ["handler"] = 2,
        };
        Assert.Equal(HttpStatusCode.Created, (await talk.SayAsync("POST", Path, launch)).Status);

        var without = await talk.SayAsync("PUT", Path, new JsonArray(Funding));
        Assert.Equal((HttpStatusCode.BadRequest, 50240), (without.Status, without.Code));
        var with = await talk.SayAsync("PUT", Path, new JsonArray(Funding, launch.DeepClone()));
        Assert.Equal(HttpStatusCode.OK, with.Status);
        Assert.Equal(2, (int)with.Body![1]!["handler"]!);
    }

    [Fact]
    public async Task Translations_are_listed_only_when_asked_for()
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync("PUT", Path, new JsonArray(Funding));
        Assert.False((await talk.SayAsync("GET", Path)).Body![0]!.AsObject().ContainsKey("name_localizations"));
        Assert.Equal(
            "資金調達",
            (string?)(await talk.SayAsync("GET", Path + "?with_localizations=true")).Body![0]!["name_localizations"]!["ja"]
        );
    }

    [Theory]
    [InlineData("資金調達", true)]
    [InlineData("xai_日報", true)]
    [InlineData("𠮷", true)]
    [InlineData("サーバー", true)]
    [InlineData("Funding", false)]
    [InlineData("ＡＢＣ", false)]
    [InlineData("two words", false)]
    [InlineData("か\u3099", false)]
    [InlineData("中・点", false)]
    [InlineData("", false)]
    public async Task Names_are_letters_and_small(string name, bool fits)
    {
        await using var talk = await Talk.BeginAsync();
        var said = await talk.SayAsync("PUT", Path, new JsonArray(Named(name)));
        Assert.Equal(fits ? HttpStatusCode.OK : HttpStatusCode.BadRequest, said.Status);
    }

    [Fact]
    public async Task A_command_as_a_whole_has_a_size()
    {
        await using var talk = await Talk.BeginAsync();
        JsonNode Choice(int number) =>
            new JsonObject { ["name"] = $"{number}".PadLeft(100, 'n'), ["value"] = $"{number}".PadLeft(100, 'v') };
        JsonNode Option(int number) =>
            new JsonObject
            {
                ["type"] = 3,
                ["name"] = $"o{number}",
                ["description"] = "d",
                ["choices"] = new JsonArray([.. Enumerable.Range(0, 20).Select(Choice)]),
            };
        var command = Named("big");
        command["options"] = new JsonArray([.. Enumerable.Range(0, 2).Select(Option)]);
        Assert.Equal("APPLICATION_COMMAND_TOO_LARGE", (await talk.SayAsync("PUT", Path, new JsonArray(command))).ErrorAt("0"));
    }

    [Fact]
    public async Task What_is_wrong_with_options_is_named()
    {
        await using var talk = await Talk.BeginAsync();
        var command = Funding;
        command["options"]!
            .AsArray()
            .Insert(
                0,
                new JsonObject
                {
                    ["type"] = 3,
                    ["name"] = "first",
                    ["description"] = "d",
                    ["autocomplete"] = true,
                    ["choices"] = new JsonArray(new JsonObject { ["name"] = "a", ["value"] = "a" }),
                }
            );
        var said = await talk.SayAsync("PUT", Path, new JsonArray(command));
        Assert.Equal("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", said.ErrorAt("0", "options", "0"));
        Assert.Equal("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", said.ErrorAt("0", "options", "1"));
    }

    [Fact]
    public async Task A_guild_has_commands_of_its_own()
    {
        await using var talk = await Talk.BeginAsync();
        var path = $"/applications/{DefaultIds.Application}/guilds/{DefaultIds.Guild}/commands";
        var made = await talk.SayAsync("POST", path, Funding);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(HttpStatusCode.OK, (await talk.SayAsync("POST", path, Funding)).Status);
        Assert.Empty((await talk.SayAsync("GET", Path)).Body!.AsArray());
        Assert.Equal(HttpStatusCode.NoContent, (await talk.SayAsync("DELETE", $"{path}/{made.Id}")).Status);
        Assert.Empty((await talk.SayAsync("GET", path)).Body!.AsArray());
    }
}
