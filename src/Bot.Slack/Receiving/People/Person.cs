using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Calls;

namespace Bot.Slack.Receiving.People;

/// <summary>What the bot needs to know about a person (https://docs.slack.dev/reference/methods/users.info).</summary>
/// <param name="Name">Display name as plain text; empty if unknown.</param>
/// <param name="Language">Null if unknown.</param>
/// <param name="IsAdmin">Administers the workspace and belongs to it.</param>
internal sealed record Person(string Name, Locale? Language, bool IsAdmin)
{
    /// <param name="user">The object <c>user</c>.</param>
    /// <param name="team">The workspace that the question is about.</param>
    public static Person FromJson(JsonElement user, string team) =>
        new(
            NameOf(user),
            user.TextAt("locale") switch
            {
                "" => null,
                ['j', 'a', ..] => Locale.Japanese,
                _ => Locale.English,
            },
            Administers(user) && BelongsTo(user, team)
        );

    private static string NameOf(JsonElement user) =>
        user.TextAt("profile", "display_name") is { Length: > 0 } shown ? shown
        : user.TextAt("profile", "real_name") is { Length: > 0 } real ? real
        : user.TextAt("name");

    /// <summary>A missing flag is false; owners are admins even if the flag does not say so.</summary>
    private static bool Administers(JsonElement user) =>
        (user.FlagAt("is_admin") || user.FlagAt("is_owner") || user.FlagAt("is_primary_owner"))
        && !user.FlagAt("is_restricted")
        && !user.FlagAt("is_ultra_restricted")
        && !user.FlagAt("is_stranger")
        && !user.FlagAt("is_bot")
        && !user.FlagAt("is_app_user")
        && !user.FlagAt("deleted")
        && !user.FlagAt("is_invited_user");

    /// <summary>There is no flag for "external": it is a member of another team. In an organisation a person has several.</summary>
    private static bool BelongsTo(JsonElement user, string team) =>
        user.TextAt("team_id") == team || user.ListAt("enterprise_user", "teams").Any(other => other.TextAt() == team);
}
