using System.Globalization;
using System.Text.Json;
using Bot.Chat;
using Bot.Discord.Api;

namespace Bot.Discord.Setup.Permissions;

/// <summary>What Discord says of a channel and of the bot's rights there.</summary>
/// <param name="Type">https://discord.com/developers/docs/resources/channel#channel-object-channel-types; null: not known, as the bot does not see it.</param>
/// <param name="Name">Null: not known.</param>
/// <param name="Has">None when the bot does not see it.</param>
internal sealed record ChannelRights(int? Type, string? Name, Permission Has)
{
    private const int Forum = 15;
    private const int Media = 16;

    /// <summary>https://discord.com/developers/docs/resources/channel#channel-object-channel-flags</summary>
    internal const int RequireTag = 1 << 4;

    /// <summary>A post cannot be made without one of <see cref="Tags"/>.</summary>
    public bool RequiresTag { get; init; }

    /// <summary>Tags of a forum: what they are called, by id.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public bool IsForum => Type is Forum or Media;

    /// <summary>A thread can be made there: text, announcement, forum.</summary>
    public bool TakesThreads => Type is 0 or 5 or Forum or Media;

    public IReadOnlyList<LocalizedText> Missing => DiscordPermissions.Missing(Has, IsForum);
}

/// <summary>Looks at channels and rights by HTTP. Nothing is kept but the bot's own id.</summary>
public sealed class ChannelAccess(DiscordClient client, TimeProvider time)
{
    private DiscordAnswer? _me;

    /// <summary>The bot as a user; anything but accepted when Discord does not say.</summary>
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

    /// <summary>Null when Discord gave no answer that can be used.</summary>
    internal async Task<ChannelRights?> LookAsync(string channel, string? guild, CancellationToken cancellationToken)
    {
        switch (await client.SendAsync(DiscordRoute.GetChannel(channel), null, cancellationToken))
        {
            case DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } json }:
                var guildId = guild ?? Text(json, "guild_id");
                // A thread has its parent's rights.
                if (Text(json, "parent_id") is { } parent && Number(json, "type") is 10 or 11 or 12)
                {
                    return await LookAsync(parent, guildId, cancellationToken);
                }

                return guildId is not null && await RightsAsync(json, guildId, cancellationToken) is { } has
                    ? new ChannelRights(Number(json, "type"), Text(json, "name"), has)
                    {
                        RequiresTag = (Number(json, "flags") & ChannelRights.RequireTag) > 0,
                        Tags = TagsOf(json),
                    }
                    : null;
            case DiscordAnswer.Refused { Error: DiscordError.PermissionMissing }:
                return new ChannelRights(null, null, Permission.None);
            default:
                return null;
        }
    }

    private async Task<Permission?> RightsAsync(JsonElement channel, string guild, CancellationToken cancellationToken)
    {
        if (await MeAsync(cancellationToken) is not DiscordAnswer.Accepted { Id: { } me }
            || await client.SendAsync(DiscordRoute.GetGuild(guild), null, cancellationToken) is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } guildJson }
            || await client.SendAsync(DiscordRoute.GetMember(guild, me), null, cancellationToken) is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } member })
        {
            return null;
        }

        var roles = new Dictionary<ulong, ulong>();
        foreach (var role in Items(guildJson, "roles"))
        {
            if (Snowflake.Parse(Text(role, "id")) is { } id)
            {
                roles[id] = Bits(role, "permissions");
            }
        }

        var until = Text(member, "communication_disabled_until");
        return DiscordPermissions.Compute(
            Snowflake.Parse(guild) ?? 0,
            roles,
            [.. Items(member, "roles").Select(role => Snowflake.Parse(role.ValueKind == JsonValueKind.String ? role.GetString() : null)).OfType<ulong>()],
            Snowflake.Parse(me) ?? 0,
            [.. Items(channel, "permission_overwrites").Select(Overwrite)],
            until is not null && DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, out var end) && end > time.GetUtcNow());
    }

    private static PermissionOverwrite Overwrite(JsonElement json) =>
        new(Snowflake.Parse(Text(json, "id")) ?? 0, Number(json, "type") == 1, Bits(json, "allow"), Bits(json, "deny"));

    private static Dictionary<string, string> TagsOf(JsonElement channel)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in Items(channel, "available_tags"))
        {
            if (Text(tag, "id") is { } id)
            {
                tags[id] = Text(tag, "name") ?? id;
            }
        }

        return tags;
    }

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>Bits come as decimal text, as they are more than a number of JavaScript holds.</summary>
    private static ulong Bits(JsonElement json, string name) => Snowflake.Parse(Text(json, name)) ?? 0;
}
