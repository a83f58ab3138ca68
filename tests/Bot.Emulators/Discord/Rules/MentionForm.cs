using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rules;

/// <summary>Whom a text may notify, and whom it does notify.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#allowed-mentions-object</remarks>
internal static partial class MentionForm
{
    private static readonly string[] Kinds = ["roles", "users", "everyone"];

    public static void Verify(JsonNode? allowed, string path, FormErrors errors)
    {
        if (allowed is not JsonObject rules)
        {
            return;
        }

        var index = 0;
        foreach (var kind in rules["parse"].Items())
        {
            if (!Kinds.Contains(kind.Text()))
            {
                errors.NotIn($"{path}.parse.{index}", "'everyone'", "'roles'", "'users'");
            }

            index++;
        }

        foreach (var kind in new[] { "users", "roles" })
        {
            var count = rules[kind].Items().Count();
            if (count > 100)
            {
                errors.TooLong($"{path}.{kind}", 100);
            }

            if (count > 0 && Parses(rules, kind))
            {
                errors.Add(
                    $"{path}.parse",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive."
                );
            }
        }
    }

    /// <summary>
    /// Whom the message notifies. Text in code spans counts like any other: Discord ignores it, but a bot that relies on
    /// that is one unclosed fence away from a ping.
    /// </summary>
    /// <param name="onlyUsersByDefault">For interactions and webhooks.</param>
    public static Pings Pings(string text, JsonNode? allowed, Channel channel, bool mayMentionEveryone, bool onlyUsersByDefault)
    {
        var rules = allowed as JsonObject;
        bool All(string kind) => rules is null ? kind == "users" || !onlyUsersByDefault : Parses(rules, kind);
        bool Listed(string kind, ulong id) => rules?[kind].Items().Any(item => item.Id() == id) ?? false;

        var users = Ids(UserMention(), text).Where(id => All("users") || Listed("users", id));
        var roles = Ids(RoleMention(), text)
            .Where(id =>
                channel.Guild.Roles.Find(role => role.Id == id) is { } role
                && (role.Mentionable || mayMentionEveryone)
                && (All("roles") || Listed("roles", id))
            );
        return new Pings(mayMentionEveryone && All("everyone") && EveryoneMention().IsMatch(text), [.. roles], [.. users]);
    }

    private static bool Parses(JsonObject rules, string kind) => rules["parse"].Items().Any(item => item.Text() == kind);

    private static IEnumerable<ulong> Ids(Regex mention, string text) =>
        mention.Matches(text).Select(match => Snowflakes.Parse(match.Groups[1].Value)).OfType<ulong>().Distinct();

    [GeneratedRegex(@"<@!?(\d{1,20})>")]
    private static partial Regex UserMention();

    [GeneratedRegex(@"<@&(\d{1,20})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex EveryoneMention();
}
