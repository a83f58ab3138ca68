using System.Net.Http.Json;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack.Api;

public sealed class AccessTests : TalkTests
{
    private const string Channel = SlackServer.FirstChannel;
    private const string Team = SlackServer.FirstWorkspace;

    [Theory]
    [InlineData(null, "not_authed")]
    [InlineData("xoxb-unheard-of", "invalid_auth")]
    public async Task A_token_is_wanted_and_must_be_known(string? token, string error)
    {
        using var response = await Talk.SendAsync("auth.test", JsonContent.Create(new { token = SlackServer.FirstToken }), token);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(error, (string?)(await Talk.BodyAsync(response))["error"]);
    }

    [Fact]
    public async Task A_form_may_carry_the_token_as_a_field()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("token", SlackServer.FirstToken)]);
        using var response = await Talk.SendAsync("auth.test", content, null);

        Assert.Equal(Team, (string?)(await Talk.BodyAsync(response))["team_id"]);
    }

    [Fact]
    public async Task A_token_of_an_organisation_is_of_no_workspace()
    {
        Talk.Server.World.App.IsOrganisations = true;

        var answer = await Talk.CallAsync("auth.test", new { });

        Assert.Equal(("E" + Team[1..], true), ((string?)answer["team_id"], (bool)answer["is_enterprise_install"]!));
    }

    [Fact]
    public async Task A_missing_scope_is_named_with_those_that_are_there()
    {
        Talk.Server.World.AddToken("xoxb-poor", Team, ["commands", "channels:read"]);

        var answer = await Talk.CallAsync("chat.postMessage", new { channel = Channel, text = "x" }, "xoxb-poor");

        Assert.Equal("missing_scope", (string?)answer["error"]);
        Assert.Equal("chat:write", (string?)answer["needed"]);
        Assert.Equal("channels:read,commands", (string?)answer["provided"]);
    }

    [Fact]
    public async Task A_private_channel_without_the_bot_looks_like_none()
    {
        var secret = Talk.Server.World.AddChannel(Team, "secret", isPrivate: true, isMember: false);

        Assert.Equal("channel_not_found", await ErrorAsync(secret.Id));
    }

    [Fact]
    public async Task A_public_channel_without_the_bot_says_so_unless_it_may_write_anywhere()
    {
        var open = Talk.Server.World.AddChannel(Team, "open", isMember: false);
        Talk.Server.World.AddToken("xoxb-anywhere", Team, ["chat:write", "chat:write.public"]);

        Assert.Equal("not_in_channel", await ErrorAsync(open.Id));
        Assert.Null(await ErrorAsync(open.Id, "xoxb-anywhere"));
    }

    [Fact]
    public async Task A_revoked_token_and_an_uninstalled_app_have_errors_of_their_own()
    {
        Talk.Server.World.Revoke(SlackServer.FirstToken);
        Assert.Equal("token_revoked", await ErrorAsync(Channel));

        Talk.Server.World.Revoke(Team, "account_inactive");
        Assert.Equal("account_inactive", await ErrorAsync(Channel));
    }

    [Fact]
    public async Task A_bot_token_opens_no_socket_and_an_app_token_posts_nothing()
    {
        Assert.Equal("not_allowed_token_type", (string?)(await Talk.CallAsync("apps.connections.open", new { }))["error"]);
        Assert.Equal("not_allowed_token_type", await ErrorAsync(Channel, Talk.Server.World.App.AppToken));
    }

    [Fact]
    public async Task A_bot_joins_public_channels_only()
    {
        var (open, secret) = (
            Talk.Server.World.AddChannel(Team, "open", isMember: false),
            Talk.Server.World.AddChannel(Team, "secret", isPrivate: true)
        );

        Assert.True((bool)(await Talk.CallAsync("conversations.join", new { channel = open.Id }))["channel"]!["is_member"]!);
        Assert.Equal(
            "method_not_supported_for_channel_type",
            (string?)(await Talk.CallAsync("conversations.join", new { channel = secret.Id }))["error"]
        );
    }

    [Fact]
    public async Task Roles_are_shown_for_members_and_missing_for_strangers()
    {
        Talk.Server.World.AddUser(new("U1", "admin", Team) { IsAdmin = true });
        Talk.Server.World.AddUser(new("U2", "guest", Team) { IsUltraRestricted = true });
        Talk.Server.World.AddUser(new("U3", "partner", Team) { HomeWorkspace = "T9", IsAdmin = true });

        Assert.True((bool?)(await UserAsync("U1"))["is_admin"]);
        Assert.True((bool?)(await UserAsync("U2"))["is_restricted"]);
        Assert.Null((await UserAsync("U3"))["is_admin"]);
        Assert.Equal("T9", (string?)(await UserAsync("U3"))["team_id"]);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> UserAsync(string id) =>
        (await Talk.FormAsync("users.info", fields: [("user", id)]))["user"]!;

    private async Task<string?> ErrorAsync(string channel, string token = SlackServer.FirstToken) =>
        (string?)(await Talk.CallAsync("chat.postMessage", new { channel, text = "x" }, token))["error"];
}
