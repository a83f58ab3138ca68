using System.Net;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Interactions;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Emulators.Tests.Discord;

public sealed class InteractionTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<Talk> BeginAsync(TimeProvider? time = null)
    {
        var talk = await Talk.BeginAsync(time);
        await talk.SayAsync("PUT", $"/applications/{DefaultIds.Application}/commands", new JsonArray(CommandTests.Funding));
        return talk;
    }

    private static Task<Interaction> AskAsync(Talk talk) =>
        talk.Server.People.CommandAsync("funding", new Dictionary<string, string> { ["company"] = "xai" });

    private static Task<Said> CallBackAsync(Talk talk, Interaction interaction, int type, JsonObject? data = null, string query = "") =>
        talk.SayAsync(
            "POST",
            $"/interactions/{interaction.Id}/{interaction.Token}/callback{query}",
            new JsonObject { ["type"] = type, ["data"] = data }
        );

    private static string Original(Interaction interaction) => $"/webhooks/{DefaultIds.Application}/{interaction.Token}/messages/@original";

    [Fact]
    public async Task A_command_is_answered_at_once()
    {
        await using var talk = await BeginAsync();
        var interaction = await AskAsync(talk);
        Assert.Equal("xai", (string?)interaction.Payload["data"]!["options"]![0]!["value"]);
        Assert.Equal(HttpStatusCode.NoContent, (await CallBackAsync(talk, interaction, 4, new JsonObject { ["content"] = "$20B" })).Status);
        Assert.Equal("$20B", interaction.Text);
        Assert.Equal(40060, (await CallBackAsync(talk, interaction, 4, new JsonObject { ["content"] = "again" })).Code);
    }

    [Fact]
    public async Task A_deferred_answer_is_edited_later()
    {
        await using var talk = await BeginAsync();
        var interaction = await AskAsync(talk);
        var deferred = await CallBackAsync(talk, interaction, 5, new JsonObject { ["flags"] = 64 }, "?with_response=true");
        Assert.True((bool)deferred.Body!["interaction"]!["response_message_loading"]!);
        Assert.Null(interaction.Text);
        var edited = await talk.SayAsync(
            "PATCH",
            Original(interaction).Replace("@", "%40", StringComparison.Ordinal),
            new JsonObject { ["content"] = "done" }
        );
        Assert.Equal((HttpStatusCode.OK, 64), (edited.Status, (int)edited.Body!["flags"]!));
        Assert.Equal("done", interaction.Text);
        Assert.DoesNotContain(talk.Server.Messages.All, message => message.Content == "done");
    }

    [Fact]
    public async Task Three_seconds_are_all_there_is()
    {
        await using var talk = await BeginAsync(_clock);
        var interaction = await AskAsync(talk);
        _clock.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal(10062, (await CallBackAsync(talk, interaction, 4, new JsonObject { ["content"] = "late" })).Code);
        await interaction.UntilAsync(self => self.Failure is not null, Deadline, Cancellation);
    }

    [Fact]
    public async Task A_token_lives_fifteen_minutes()
    {
        await using var talk = await BeginAsync(_clock);
        var interaction = await AskAsync(talk);
        Assert.Equal(10015, (await talk.SayAsync("PATCH", Original(interaction), new JsonObject { ["content"] = "x" })).Code);
        await CallBackAsync(talk, interaction, 5);
        _clock.Advance(TimeSpan.FromMinutes(15.1));
        Assert.Equal(50027, (await talk.SayAsync("PATCH", Original(interaction), new JsonObject { ["content"] = "x" })).Code);
    }

    [Fact]
    public async Task A_reply_too_large_in_bytes_loses_its_interaction()
    {
        await using var talk = await BeginAsync();
        var large = new JsonObject
        {
            ["flags"] = 32768,
            ["components"] = new JsonArray(new JsonObject { ["type"] = 10, ["content"] = new string('あ', 3500) }),
        };
        Assert.Equal(10062, (await CallBackAsync(talk, await AskAsync(talk), 4, large)).Code);
        var deferred = await AskAsync(talk);
        await CallBackAsync(talk, deferred, 5);
        Assert.Equal(HttpStatusCode.InternalServerError, (await talk.SayAsync("PATCH", Original(deferred), large.DeepClone())).Status);
    }

    [Fact]
    public async Task Choices_are_judged()
    {
        await using var talk = await BeginAsync();
        JsonObject Choices(int count, string name) =>
            new()
            {
                ["choices"] = new JsonArray([
                    .. Enumerable
                        .Range(0, count)
                        .Select(number => (JsonNode)new JsonObject { ["name"] = $"{name}{number}", ["value"] = $"{number}" }),
                ]),
            };
        var typing = await talk.Server.People.AutocompleteAsync("funding", "company", "xa");
        Assert.True((bool)typing.Payload["data"]!["options"]![0]!["focused"]!);
        Assert.Equal("BASE_TYPE_MAX_LENGTH", (await CallBackAsync(talk, typing, 8, Choices(26, "x"))).ErrorAt("data", "choices"));
        Assert.Equal(
            "BASE_TYPE_BAD_LENGTH",
            (await CallBackAsync(talk, typing, 8, Choices(1, new string('x', 100)))).ErrorAt("data", "choices", "0", "name")
        );
        Assert.Equal("BASE_TYPE_CHOICES", (await CallBackAsync(talk, typing, 4, new JsonObject { ["content"] = "x" })).ErrorAt("type"));
        Assert.Equal(HttpStatusCode.NoContent, (await CallBackAsync(talk, typing, 8, Choices(25, "x"))).Status);
    }

    [Fact]
    public async Task A_button_changes_its_message_and_a_form_is_filled_in()
    {
        await using var talk = await BeginAsync();
        var row = JsonNode.Parse("""{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"press"}]}""")!;
        var posted = await talk.SayAsync(
            "POST",
            Talk.Channel + "/messages",
            new JsonObject { ["content"] = "x", ["components"] = new JsonArray(row) }
        );
        var message = Snowflakes.Parse(posted.Id)!.Value;
        var pressed = await talk.Server.People.ClickAsync(message, "press");
        Assert.Equal(posted.Id, (string?)pressed.Payload["message"]!["id"]);
        await CallBackAsync(talk, pressed, 7, new JsonObject { ["content"] = "changed" });
        Assert.Equal("changed", talk.Server.Messages.All.Single(stored => stored.Id == message).Content);

        var again = await talk.Server.People.ClickAsync(message, "press");
        var modal = JsonNode
            .Parse(
                """{"title":"t","custom_id":"form","components":[{"type":18,"label":"l","component":{"type":4,"style":1,"custom_id":"words"}}]}"""
            )!
            .AsObject();
        await CallBackAsync(talk, again, 9, modal);
        var submitted = await talk.Server.People.SubmitAsync(again, new Dictionary<string, string> { ["words"] = "xAI" });
        Assert.Equal("xAI", (string?)submitted.Payload["data"]!["components"]![0]!["component"]!["value"]);
        await Assert.ThrowsAsync<ArgumentException>(() => talk.Server.People.ClickAsync(message, "none"));
    }

    [Fact]
    public async Task A_client_does_not_send_what_is_not_offered()
    {
        await using var talk = await BeginAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => talk.Server.People.CommandAsync("unknown"));
        await Assert.ThrowsAsync<ArgumentException>(() => talk.Server.People.CommandAsync("funding"));
        var admin = new JsonObject
        {
            ["name"] = "admin",
            ["description"] = "d",
            ["default_member_permissions"] = "32",
        };
        await talk.SayAsync("PUT", $"/applications/{DefaultIds.Application}/commands", new JsonArray(admin));
        await Assert.ThrowsAsync<ArgumentException>(() => talk.Server.People.CommandAsync("admin"));
        Assert.Equal(InteractionType.Command, (await talk.Server.People.CommandAsync("admin", by: new Doing(DefaultIds.Owner))).Type);
    }

    [Fact]
    public async Task Replies_notify_only_people_by_default()
    {
        await using var talk = await BeginAsync();
        talk.Server.World.DefaultGuild.Roles[1].Mentionable = true;
        await CallBackAsync(
            talk,
            await AskAsync(talk),
            4,
            new JsonObject { ["content"] = $"<@&{DefaultIds.BotRole}> <@{DefaultIds.Reader}>" }
        );
        var entry = Assert.Single(talk.Server.Log.All, entry => entry.Kind == LogKind.Replied);
        Assert.Equal([$"user:{DefaultIds.Reader}"], entry.Pings!);
    }

    [Fact]
    public async Task Follow_ups_come_after_the_reply()
    {
        await using var talk = await BeginAsync();
        var interaction = await AskAsync(talk);
        await CallBackAsync(talk, interaction, 4, new JsonObject { ["content"] = "one" });
        var more = await talk.SayAsync(
            "POST",
            $"/webhooks/{DefaultIds.Application}/{interaction.Token}",
            new JsonObject { ["content"] = "two", ["flags"] = 64 }
        );
        Assert.Equal(HttpStatusCode.OK, more.Status);
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await talk.SayAsync("DELETE", $"/webhooks/{DefaultIds.Application}/{interaction.Token}/messages/{more.Id}")).Status
        );
        Assert.Empty(interaction.FollowUps);
    }
}
