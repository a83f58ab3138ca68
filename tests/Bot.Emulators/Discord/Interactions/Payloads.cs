using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>Builds interactions as Discord sends them.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object</remarks>
internal static class Payloads
{
    private const long AttachmentSizeLimit = 10 << 20;

    public static JsonObject Of(Interaction interaction, DiscordWorld world, string locale, JsonNode? data, JsonNode? message)
    {
        var channel = interaction.Channel;
        var guild = channel.Guild;
        var member = interaction.Member.ToJson();
        member["permissions"] = Bits(Permissions.In(channel, interaction.Member, world.Now, explicitOnly: true));
        var payload = new JsonObject
        {
            ["id"] = Snowflakes.Text(interaction.Id),
            ["application_id"] = Snowflakes.Text(world.Application.Id),
            ["type"] = (int)interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["guild_id"] = Snowflakes.Text(guild.Id),
            ["guild"] = new JsonObject
            {
                ["id"] = Snowflakes.Text(guild.Id),
                ["locale"] = guild.Locale,
                ["features"] = new JsonArray(),
            },
            ["channel_id"] = Snowflakes.Text(channel.Id),
            ["channel"] = Channel(channel, interaction.Member, world),
            ["member"] = member,
            ["app_permissions"] = Bits(world.BotMay(channel, explicitOnly: true)),
            ["locale"] = locale,
            ["guild_locale"] = guild.Locale,
            ["context"] = 0,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = Snowflakes.Text(guild.Id) },
            ["entitlements"] = new JsonArray(),
            ["attachment_size_limit"] = AttachmentSizeLimit,
        };
        if (data is not null)
        {
            payload["data"] = data.DeepClone();
        }

        if (message is not null)
        {
            payload["message"] = message.DeepClone();
        }

        return payload;
    }

    public static JsonObject Ping(ulong id, DiscordWorld world, string token) =>
        new()
        {
            ["id"] = Snowflakes.Text(id),
            ["application_id"] = Snowflakes.Text(world.Application.Id),
            ["type"] = (int)InteractionType.Ping,
            ["token"] = token,
            ["version"] = 1,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject(),
            ["user"] = world.Application.Owner.ToJson(),
        };

    /// <summary>A channel as in the resolved data, with the permissions of its reader and the bot.</summary>
    public static JsonObject Channel(Channel channel, Member reader, DiscordWorld world)
    {
        var json = channel.ToJson();
        json.Remove("permission_overwrites");
        json["permissions"] = Bits(Permissions.In(channel, reader, world.Now, explicitOnly: true));
        json["app_permissions"] = Bits(world.BotMay(channel, explicitOnly: true));
        return json;
    }

    private static string Bits(Permission permission) => Snowflakes.Text((ulong)permission);
}
