using System.Text.Json.Nodes;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Outbound;
using Microsoft.AspNetCore.Http;

namespace Bot.Emulators.Tests.Slack.Interactions;

public sealed class FormTests : TalkTests
{
    private const string Person = "U0000000001";

    private static readonly object Input = new
    {
        type = "input",
        block_id = "b",
        label = new { type = "plain_text", text = "Name" },
        element = new { type = "plain_text_input", action_id = "a" },
    };

    [Fact]
    public async Task A_trigger_opens_one_form()
    {
        var trigger = Talk.Server.Triggers.New(SlackServer.FirstWorkspace, Person);

        Assert.True((bool)(await OpenAsync(trigger))["ok"]!);
        Assert.Equal("exchanged_trigger_id", (string?)(await OpenAsync(trigger))["error"]);
        Assert.Equal("invalid_trigger_id", (string?)(await OpenAsync("made up"))["error"]);
        Assert.Single(Talk.Server.Views.Stack(Person));
    }

    [Fact]
    public async Task A_trigger_that_is_too_old_opens_nothing()
    {
        Talk.Server.Triggers.Life = TimeSpan.FromSeconds(-1);

        Assert.Equal(
            "expired_trigger_id",
            (string?)(await OpenAsync(Talk.Server.Triggers.New(SlackServer.FirstWorkspace, Person)))["error"]
        );
    }

    [Fact]
    public async Task Three_forms_stand_on_each_other()
    {
        await OpenAsync(Talk.Server.Triggers.New(SlackServer.FirstWorkspace, Person));
        var pushes = new List<string?>();
        for (var number = 0; number < 3; number++)
        {
            var trigger = Talk.Server.Triggers.New(SlackServer.FirstWorkspace, Person);
            pushes.Add((string?)(await Talk.CallAsync("views.push", new { trigger_id = trigger, view = View() }))["error"]);
        }

        Assert.Equal([null, null, "push_limit_reached"], pushes);
    }

    [Fact]
    public async Task An_old_hash_updates_nothing()
    {
        var view = (await OpenAsync(Talk.Server.Triggers.New(SlackServer.FirstWorkspace, Person)))["view"]!;
        var (id, hash) = ((string)view["id"]!, (string)view["hash"]!);

        Assert.True(
            (bool)
                (
                    await Talk.CallAsync(
                        "views.update",
                        new
                        {
                            view_id = id,
                            hash,
                            view = View(),
                        }
                    )
                )["ok"]!
        );
        Assert.Equal(
            "hash_conflict",
            (string?)
                (
                    await Talk.CallAsync(
                        "views.update",
                        new
                        {
                            view_id = id,
                            hash,
                            view = View(),
                        }
                    )
                )["error"]
        );
    }

    [Fact]
    public async Task A_form_with_inputs_needs_a_button()
    {
        var view = new
        {
            type = "modal",
            title = new { type = "plain_text", text = "x" },
            blocks = new[] { Input },
        };
        var answer = await Talk.CallAsync("views.open", new { trigger_id = "x", view });

        Assert.Equal("invalid_arguments", (string?)answer["error"]);
        Assert.Contains("/view/submit", answer.ToJsonString());
    }

    [Theory]
    [InlineData("", 0, null)]
    [InlineData("""{"response_action":"errors","errors":{"b":"wrong"}}""", 1, null)]
    [InlineData("""{"response_action":"errors","errors":{"c":"wrong"}}""", 1, "No block c to show an error at.")]
    [InlineData("""{"response_action":"clear"}""", 0, null)]
    public async Task What_the_bot_answers_is_done_to_the_form(string body, int open, string? problem)
    {
        await using var bot = await ListeningBot.StartAsync();
        bot.Answer = (_, context) =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body);
        };
        Talk.Server.Urls = RequestUrls.Under(bot.Address);
        await OpenAsync(Talk.Server.Triggers.New(SlackServer.FirstWorkspace, Person));

        var values = new JsonObject
        {
            ["b"] = new JsonObject
            {
                ["a"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "entered" },
            },
        };
        var done = await Talk.Server.Forms.UseAsync(new ViewUse(values), cancellationToken: Cancellation);

        Assert.Equal(problem, done.Problem);
        Assert.Equal(open, Talk.Server.Views.Stack(Person).Count);
        Assert.Contains("entered", Uri.UnescapeDataString(bot.Requests.Single().Body));
    }

    [Fact]
    public async Task A_home_is_published_for_a_person()
    {
        Talk.Server.World.AddUser(new(Person, "mori", SlackServer.FirstWorkspace));

        var answer = await Talk.CallAsync(
            "views.publish",
            new { user_id = Person, view = new { type = "home", blocks = new[] { new { type = "divider" } } } }
        );

        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        Assert.NotNull(Talk.Server.Views.Home(Person));
    }

    private static object View() =>
        new
        {
            type = "modal",
            title = new { type = "plain_text", text = "x" },
            submit = new { type = "plain_text", text = "ok" },
            blocks = new[] { Input },
        };

    private Task<JsonObject> OpenAsync(string trigger) => Talk.CallAsync("views.open", new { trigger_id = trigger, view = View() });
}
