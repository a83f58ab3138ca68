using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Messages;
using Bot.Slack.Receiving;

namespace Bot.Slack.Tests.Receiving;

/// <summary>Channels shared by two organisations: requests from there also name the other organisation.</summary>
public sealed class SharedChannelTests
{
    private const string Other = "T_OTHER_GRID";

    [Fact]
    public async Task H11_A_mention_is_answered_though_the_outer_team_is_the_other_organisations()
    {
        await using var listening = await Listening.StartAsync();
        var question = listening.Slack.PostAsPerson(Listening.Channel, "question");
        await listening.Slack.Events.SendAsync(
            Shared(
                listening,
                new JsonObject
                {
                    ["type"] = "app_mention",
                    ["user"] = Listening.Asker,
                    ["team"] = Listening.Team,
                    ["text"] = "<@UB0000000001> funding xai",
                    ["ts"] = question.Ts,
                    ["channel"] = Listening.Channel,
                }
            ),
            cancellationToken: Listening.Cancellation
        );

        await Listening.EventuallyAsync(() => listening.Slack.Messages(Listening.Channel).Count == 2);
        Assert.Contains("funding: xai", listening.Slack.Messages(Listening.Channel)[1].Text, StringComparison.Ordinal);
        Assert.Equal(Listening.Team, Assert.Single(listening.Commands.Calls).Workspace);
    }

    [Fact]
    public async Task H11_An_event_of_the_other_organisation_removes_nothing_of_ours()
    {
        await using var listening = await Listening.StartAsync();
        var uninstalled = Shared(listening, new JsonObject { ["type"] = "app_uninstalled" });
        uninstalled["authorizations"] = new JsonArray();
        uninstalled["context_team_id"] = Other;
        await listening.Slack.Events.SendAsync(uninstalled, cancellationToken: Listening.Cancellation);
        await listening.FinishAsync();

        Assert.True(listening.HasInstallations);
    }

    [Fact]
    public async Task H11_A_command_is_answered_in_a_shared_channel()
    {
        await using var listening = await Listening.StartAsync(prepare: slack =>
            slack.World.Workspaces[Listening.Team].Channels[Listening.Channel].IsExtShared = true
        );

        Assert.Contains("funding: xai", (await listening.TypeAsync("/funding", "xai")).Sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H11_A_button_that_a_person_of_the_other_organisation_presses_is_answered_from_our_workspace()
    {
        await using var listening = await Listening.StartAsync();
        var pressed = await listening.Slack.People.SendAsync(
            new JsonObject
            {
                ["type"] = "block_actions",
                ["team"] = new JsonObject { ["id"] = Listening.Team },
                ["user"] = new JsonObject { ["id"] = "U_STRANGER01", ["team_id"] = Other },
                ["channel"] = new JsonObject { ["id"] = Listening.Channel },
                ["response_url"] = listening.Slack.ResponseUrls.New("I-shared", Listening.Team, Listening.Channel, "U_STRANGER01"),
                ["actions"] = new JsonArray(
                    new JsonObject { ["value"] = ButtonCode.Encode(new Button("", "funding", "pressed", "", null), 1000) }
                ),
            },
            cancellationToken: Listening.Cancellation
        );

        Assert.True(pressed.Sent.IsOk);
        await listening.Slack.Shown.WaitForAsync(reply => reply.Interaction == "I-shared", Listening.Deadline, Listening.Cancellation);
        Assert.Equal(Listening.Team, Assert.Single(listening.Commands.Calls).Workspace);
    }

    [Theory]
    [InlineData(
        """{"team_id":"T_OTHER","context_team_id":"T_CONTEXT","authorizations":[{"team_id":"T_OURS"},{"team_id":"T_THIRD"}]}""",
        "T_OURS"
    )]
    [InlineData("""{"team_id":"T_OTHER","context_team_id":"T_CONTEXT","authorizations":[]}""", "T_CONTEXT")]
    [InlineData(
        """{"team_id":"T_OTHER","context_team_id":"T_CONTEXT","authorizations":[{"team_id":null,"is_enterprise_install":true}]}""",
        "T_CONTEXT"
    )]
    [InlineData("""{"team_id":"T_ALONE"}""", "T_ALONE")]
    [InlineData("""{"team_id":7,"authorizations":{}}""", "")]
    public void H11_Whose_an_event_is_says_its_authorization(string json, string team)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(team, SlackEvent.FromJson(document.RootElement).TeamId);
    }

    private static JsonObject Shared(Listening listening, JsonObject inner)
    {
        var payload = listening.Slack.Events.Wrap(inner);
        payload["team_id"] = Other;
        payload["enterprise_id"] = "E_ORG";
        payload["is_ext_shared_channel"] = true;
        return payload;
    }
}
