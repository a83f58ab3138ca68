using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;

namespace Bot.Emulators.Slack.Methods;

/// <summary>oauth.v2.access, auth.revoke and apps.uninstall.</summary>
internal static class OAuthMethods
{
    public static ApiResult Access(ApiCall call) => Client(call) is { } refused ? refused : call.Server.OAuth.Access(call.Arguments);

    public static ApiResult Revoke(ApiCall call)
    {
        var isTest = call.Arguments.Flag("test") == true;
        if (!isTest)
        {
            call.World.Revoke(call.Token!.Value);
        }

        return ApiResult.Ok(new JsonObject { ["revoked"] = !isTest });
    }

    public static ApiResult Uninstall(ApiCall call)
    {
        if (Client(call) is { } refused)
        {
            return refused;
        }

        call.Workspace.IsInstalled = false;
        call.World.Revoke(call.Workspace.Id, "account_inactive");
        return ApiResult.Ok();
    }

    /// <summary>Id and secret as fields or with HTTP Basic; a bearer token is refused here.</summary>
    private static ApiResult? Client(ApiCall call)
    {
        var (id, secret) = (call.Arguments.Text("client_id"), call.Arguments.Text("client_secret"));
        if (AuthenticationHeaderValue.TryParse(call.Authorization, out var header) && header is { Scheme: "Basic", Parameter: { } basic })
        {
            var bytes = new byte[basic.Length];
            var pair = Convert.TryFromBase64String(basic, bytes, out var length)
                ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2)
                : [""];
            (id, secret) = (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[^1]));
        }
        else if (call.Authorization.Length > 0 && call.Method.Token is null)
        {
            return ApiResult.Fail("invalid_auth");
        }

        return id != call.World.App.ClientId ? ApiResult.Fail("invalid_client_id")
            : secret != call.World.App.ClientSecret ? ApiResult.Fail("bad_client_secret")
            : null;
    }
}
