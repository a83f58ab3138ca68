using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.OAuth;

/// <summary>Codes, tokens and their renewal (https://docs.slack.dev/authentication/installing-with-oauth).</summary>
public sealed class OAuthDesk(SlackWorld world)
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, OAuthCode> _codes = [];

    /// <summary>Lifetime of a token with rotation: 43,200 s.</summary>
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Someone approves in the browser; a new workspace is created.</summary>
    public OAuthCode Agree(string workspace, string user = "U0000000001", string? redirectUri = null)
    {
        lock (world.Gate)
        {
            if (!world.Workspaces.ContainsKey(workspace))
            {
                world.AddWorkspace(workspace);
                world.Tokens.Remove("xoxb-" + workspace);
            }

            var code = new OAuthCode(world.NewId("code-"), workspace, user, redirectUri, world.Time.GetUtcNow() + CodeLife);
            return _codes[code.Code] = code;
        }
    }

    internal ApiResult Access(Arguments arguments) =>
        arguments.Text("grant_type") switch
        {
            null or "authorization_code" => Exchange(arguments),
            "refresh_token" => Renew(arguments),
            _ => ApiResult.Fail("invalid_grant_type"),
        };

    private ApiResult Exchange(Arguments arguments)
    {
        if (!_codes.Remove(arguments.Text("code") ?? "", out var code) || code.Until < world.Time.GetUtcNow())
        {
            return ApiResult.Fail("invalid_code");
        }

        return arguments.Text("redirect_uri") != code.RedirectUri ? ApiResult.Fail("bad_redirect_uri") : Grant(code.Workspace, code.User);
    }

    /// <summary>A refresh token works once; the old access token stays valid until it expires.</summary>
    private ApiResult Renew(Arguments arguments)
    {
        if (
            arguments.Text("refresh_token") is not { } refresh
            || world.Tokens.Values.FirstOrDefault(token => token.RefreshToken == refresh) is not { Error: null } old
        )
        {
            return ApiResult.Fail("invalid_refresh_token");
        }

        old.RefreshToken = null;
        return Grant(old.Workspace, null);
    }

    private ApiResult Grant(string workspaceId, string? user)
    {
        var workspace = world.Workspaces[workspaceId];
        workspace.IsInstalled = true;
        var token = world.AddToken((world.App.TokenRotation ? "xoxe.xoxb-1-" : "xoxb-") + world.NewId(""), workspaceId);
        var json = new JsonObject
        {
            ["access_token"] = token.Value,
            ["token_type"] = "bot",
            ["scope"] = string.Join(',', token.Scopes),
            ["bot_user_id"] = workspace.BotUser,
            ["app_id"] = world.App.Id,
            ["team"] = new JsonObject { ["id"] = workspace.Id, ["name"] = workspace.Name },
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
        };
        if (user is not null)
        {
            json["authed_user"] = new JsonObject { ["id"] = user };
        }

        if (world.App.TokenRotation)
        {
            token.ExpiresAt = world.Time.GetUtcNow() + TokenLife;
            token.RefreshToken = "xoxe-1-" + world.NewId("");
            (json["refresh_token"], json["expires_in"]) = (token.RefreshToken, (int)TokenLife.TotalSeconds);
        }

        return ApiResult.Ok(json);
    }
}
