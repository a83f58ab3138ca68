using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Api;

/// <summary>Checks whether a token may call a method, in Slack's order.</summary>
internal static class Authentication
{
    /// <returns>The token, or the refusal.</returns>
    public static (SlackToken? Token, ApiResult? Refusal) Check(SlackWorld world, ApiMethod method, string? value)
    {
        if (method.Token is not { } kind)
        {
            return (null, null);
        }

        if (string.IsNullOrEmpty(value))
        {
            return (null, ApiResult.Fail(value is null ? "not_authed" : "invalid_auth"));
        }

        var token =
            value == world.App.AppToken
                ? new SlackToken(value, SlackTokenKind.App, "") { Scopes = ["connections:write"] }
                : world.Tokens.GetValueOrDefault(value);
        if (token is null)
        {
            return (null, ApiResult.Fail("invalid_auth"));
        }

        if (token.Error is not null)
        {
            return (null, ApiResult.Fail(token.Error));
        }

        if (token.ExpiresAt <= world.Time.GetUtcNow())
        {
            return (null, ApiResult.Fail("token_expired"));
        }

        if (kind == SlackTokenKind.App != (token.Kind == SlackTokenKind.App))
        {
            return (null, ApiResult.Fail("not_allowed_token_type"));
        }

        if (method.Scopes.Count > 0 && !method.Scopes.Any(token.Scopes.Contains))
        {
            return (null, ApiResult.MissingScope(string.Join(',', method.Scopes), token.Scopes));
        }

        return (token, null);
    }
}
