using System.Globalization;
using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Calls;
using Bot.Discord.Api;

namespace Bot.Discord.Setup.Permissions;

/// <summary>A channel and the bot's rights there, as reported by Discord.</summary>
/// <param name="Type">
/// https://discord.com/developers/docs/resources/channel#channel-object-channel-types; null: unknown, because the bot cannot see it.
/// </param>
/// <param name="Name">Null if unknown.</param>
/// <param name="Has">None if the bot cannot see it.</param>
internal sealed record ChannelRights(int? Type, string? Name, Permission Has)
{
    private const int Forum = 15;
    private const int Media = 16;

    /// <summary>https://discord.com/developers/docs/resources/channel#channel-object-channel-flags</summary>
    internal const int RequireTag = 1 << 4;

    /// <summary>Whether a post needs one of <see cref="Tags"/>.</summary>
    public bool RequiresTag { get; init; }

    /// <summary>A forum's tags: names by id.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>It was deleted.</summary>
    public bool IsGone { get; init; }

    /// <summary>The bot is not in the server.</summary>
    public bool IsOutside { get; init; }

    public bool IsForum => Type is Forum or Media;

    /// <summary>Whether a thread can be started there: text, announcement, forum.</summary>
    public bool TakesThreads => Type is 0 or 5 or Forum or Media;

    public IReadOnlyList<LocalizedText> Missing => DiscordPermissions.Missing(Has, IsForum);
}

/// <summary>Looks up channels and rights over HTTP. Caches only the bot's own id.</summary>
public sealed class ChannelAccess(DiscordClient client, TimeProvider time)
{
    private DiscordAnswer? _me;

    /// <summary>The bot as a user; anything but accepted if Discord does not say.</summary>
    internal async Task<DiscordAnswer> MeAsync(CancellationToken cancellationToken)
    {
        if (_me is { } known)
        {
            return known;
        }

        var answer = await client.SendAsync(DiscordRoute.GetCurrentUser, null, cancellationToken);
        if (answer is DiscordAnswer.Accepted { Id: not null })
        {
            _me = answer;
        }

        return answer;
    }

    /// <summary>Null if Discord gave no usable answer.</summary>
    internal async Task<ChannelRights?> LookAsync(string channel, string? guild, CancellationToken cancellationToken)
    {
        switch (await client.SendAsync(DiscordRoute.GetChannel(channel), null, cancellationToken))
        {
            case DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } json }:
                var guildId = guild ?? json.StringAt("guild_id");
                // A thread has its parent's rights.
                if (json.StringAt("parent_id") is { } parent && json.IntegerAt("type") is 10 or 11 or 12)
                {
                    return await LookAsync(parent, guildId, cancellationToken);
                }

                return guildId is not null && await RightsAsync(json, guildId, cancellationToken) is { } has
                    ? new ChannelRights(json.IntegerAt("type"), json.StringAt("name"), has)
                    {
                        RequiresTag = (json.IntegerAt("flags") & ChannelRights.RequireTag) > 0,
                        Tags = TagsOf(json),
                    }
                    : null;
            case DiscordAnswer.Refused { Error: DiscordError.PermissionMissing }:
                return new ChannelRights(null, null, Permission.None)
                {
                    IsOutside = guild is not null && await IsOutsideAsync(guild, cancellationToken),
                };
            case DiscordAnswer.Refused { Error: DiscordError.ChannelGone }:
                return new ChannelRights(null, null, Permission.None) { IsGone = true };
            default:
                return null;
        }
    }

    /// <summary>
    /// A channel hidden from the bot answers like one in a server that the bot is not in; the server itself tells them apart.
    /// </summary>
    private async Task<bool> IsOutsideAsync(string guild, CancellationToken cancellationToken) =>
        await client.SendAsync(DiscordRoute.GetGuild(guild), null, cancellationToken)
            is DiscordAnswer.Refused { Error: DiscordError.PermissionMissing or DiscordError.ChannelGone };

    private async Task<Permission?> RightsAsync(JsonElement channel, string guild, CancellationToken cancellationToken)
    {
        if (
            await MeAsync(cancellationToken) is not DiscordAnswer.Accepted { Id: { } me }
            || await client.SendAsync(DiscordRoute.GetGuild(guild), null, cancellationToken)
                is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } guildJson }
            || await client.SendAsync(DiscordRoute.GetMember(guild, me), null, cancellationToken)
                is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } member }
        )
        {
            return null;
        }

        // What an answer leaves out is unknown, which does not mean that nobody has it.
        if (
            RolesOf(guildJson) is not { } roles
            || IdsAt(member, "roles") is not { } memberRoles
            || OverwritesOf(channel) is not { } overwrites
            || Snowflake.Parse(guild) is not { } everyone
            || !roles.ContainsKey(everyone)
            || !memberRoles.All(roles.ContainsKey)
        )
        {
            return null;
        }

        var until = member.StringAt("communication_disabled_until");
        return DiscordPermissions.Compute(
            everyone,
            roles,
            memberRoles,
            Snowflake.Parse(me) ?? 0,
            overwrites,
            until is not null && DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, out var end) && end > time.GetUtcNow()
        );
    }

    /// <summary>Bits by role; null if any cannot be read.</summary>
    private static Dictionary<ulong, ulong>? RolesOf(JsonElement guild)
    {
        if (guild.At("roles") is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        var roles = new Dictionary<ulong, ulong>();
        foreach (var role in list.EnumerateArray())
        {
            if (IdAt(role, "id") is not { } id || IdAt(role, "permissions") is not { } bits)
            {
                return null;
            }

            roles[id] = bits;
        }

        return roles;
    }

    private static List<ulong>? IdsAt(JsonElement json, string name)
    {
        if (json.At(name) is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        var ids = list.EnumerateArray().Select(item => Snowflake.Parse(item.StringAt())).ToList();
        return ids.Contains(null) ? null : [.. ids.OfType<ulong>()];
    }

    /// <summary>Empty if there are none, which Discord may leave out; null if any cannot be read.</summary>
    private static List<PermissionOverwrite>? OverwritesOf(JsonElement channel)
    {
        var overwrites = new List<PermissionOverwrite>();
        foreach (var item in channel.ListAt("permission_overwrites"))
        {
            if (
                IdAt(item, "id") is not { } id
                || item.IntegerAt("type") is not { } type
                || IdAt(item, "allow") is not { } allow
                || IdAt(item, "deny") is not { } deny
            )
            {
                return null;
            }

            overwrites.Add(new PermissionOverwrite(id, type == 1, allow, deny));
        }

        return overwrites;
    }

    private static Dictionary<string, string> TagsOf(JsonElement channel)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in channel.ListAt("available_tags"))
        {
            if (tag.StringAt("id") is { } id)
            {
                tags[id] = tag.StringAt("name") ?? id;
            }
        }

        return tags;
    }

    /// <summary>Ids and bit sets come as decimal text, because they exceed JavaScript's number range.</summary>
    private static ulong? IdAt(JsonElement json, string name) => Snowflake.Parse(json.StringAt(name));
}
