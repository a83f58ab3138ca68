using System.Text.Json.Nodes;
using Bot.Emulators.Slack.World;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Emulators.Tests.Slack.Api;

public sealed class OAuthTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
    private Talk _talk = null!;

    private SlackApp App => _talk.Server.World.App;

    public async ValueTask InitializeAsync() => _talk = await Talk.BeginAsync(_time);

    public ValueTask DisposeAsync() => _talk.DisposeAsync();

    [Fact]
    public async Task A_code_is_exchanged_once_for_a_token_that_works()
    {
        var code = _talk.Server.OAuth.Agree("T0000000002", redirectUri: "https://bot.example/slack/oauth");

        var answer = await AccessAsync(("code", code.Code), ("redirect_uri", code.RedirectUri!));

        Assert.Equal("T0000000002", (string?)answer["team"]!["id"]);
        Assert.True((bool)(await _talk.CallAsync("auth.test", new { }, (string)answer["access_token"]!))["ok"]!);
        Assert.Equal("invalid_code", (string?)(await AccessAsync(("code", code.Code), ("redirect_uri", code.RedirectUri!)))["error"]);
    }

    [Fact]
    public async Task A_code_lives_ten_minutes_and_belongs_to_its_address()
    {
        var (late, elsewhere) = (
            _talk.Server.OAuth.Agree("T0000000002"),
            _talk.Server.OAuth.Agree("T0000000002", redirectUri: "https://a.example")
        );
        Assert.Equal(
            "bad_redirect_uri",
            (string?)(await AccessAsync(("code", elsewhere.Code), ("redirect_uri", "https://b.example")))["error"]
        );

        _time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("invalid_code", (string?)(await AccessAsync(("code", late.Code)))["error"]);
    }

    [Fact]
    public async Task A_bearer_token_and_a_wrong_secret_are_refused()
    {
        var code = _talk.Server.OAuth.Agree("T0000000002").Code;

        Assert.Equal(
            "invalid_auth",
            (string?)
                (
                    await _talk.FormAsync(
                        "oauth.v2.access",
                        fields: [("code", code), ("client_id", App.ClientId), ("client_secret", App.ClientSecret)]
                    )
                )["error"]
        );
        Assert.Equal(
            "bad_client_secret",
            (string?)(await CallAsync(("code", code), ("client_id", App.ClientId), ("client_secret", "guess")))["error"]
        );
    }

    [Fact]
    public async Task A_token_that_expires_is_renewed_once()
    {
        App.TokenRotation = true;
        var first = await AccessAsync(("code", _talk.Server.OAuth.Agree("T0000000002").Code));
        var second = await AccessAsync(("grant_type", "refresh_token"), ("refresh_token", (string)first["refresh_token"]!));

        Assert.NotEqual((string?)first["access_token"], (string?)second["access_token"]);
        Assert.Equal(
            "invalid_refresh_token",
            (string?)(await AccessAsync(("grant_type", "refresh_token"), ("refresh_token", (string)first["refresh_token"]!)))["error"]
        );
        _time.Advance(TimeSpan.FromHours(12));
        Assert.Equal("token_expired", (string?)(await _talk.CallAsync("auth.test", new { }, (string)second["access_token"]!))["error"]);
    }

    [Fact]
    public async Task Revoking_and_uninstalling_end_the_token()
    {
        _talk.Server.World.AddWorkspace("T0000000002", "xoxb-second");
        Assert.True((bool)(await _talk.FormAsync("auth.revoke"))["revoked"]!);
        Assert.Equal("token_revoked", (string?)(await _talk.CallAsync("auth.test", new { }))["error"]);

        await _talk.FormAsync("apps.uninstall", "xoxb-second", ("client_id", App.ClientId), ("client_secret", App.ClientSecret));
        Assert.Equal("account_inactive", (string?)(await _talk.CallAsync("auth.test", new { }, "xoxb-second"))["error"]);
    }

    private Task<JsonObject> AccessAsync(params (string, string)[] fields) =>
        CallAsync([.. fields, ("client_id", App.ClientId), ("client_secret", App.ClientSecret)]);

    private async Task<JsonObject> CallAsync(params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await _talk.SendAsync("oauth.v2.access", content, token: null);
        return await Talk.BodyAsync(response);
    }
}
