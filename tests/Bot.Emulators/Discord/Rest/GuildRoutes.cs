using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Guilds, roles, members, the bot itself and its application.</summary>
public sealed class GuildRoutes(DiscordWorld world, Access access)
{
    public IEnumerable<ApiRoute> Routes =>
        [
            new("GET", "/guilds/{guild}", "get-guild", call => HonestReply.Ok(access.Guild(call).ToJson())),
            new("GET", "/guilds/{guild}/roles", "get-roles", call => HonestReply.Ok(List(access.Guild(call).Roles, role => role.ToJson()))),
            new("GET", "/guilds/{guild}/channels", "get-channels", Channels),
            new(
                "GET",
                "/guilds/{guild}/members/@me",
                "get-member",
                call => HonestReply.Ok(access.Guild(call).Members[world.Application.Bot.Id].ToJson())
            ),
            new("GET", "/guilds/{guild}/members/{user}", "get-member", Member),
            new("GET", "/users/@me", "get-me", _ => HonestReply.Ok(world.Application.Bot.ToOwnJson())),
            new("GET", "/users/@me/guilds", "get-my-guilds", _ => HonestReply.Ok(List(Mine(), Summary))),
            new(
                "GET",
                "/users/{user}",
                "get-user",
                call => HonestReply.Ok((world.User(call.Id("user")) ?? throw new RefusalException(404, 10013, "Unknown User")).ToJson())
            ),
            new("GET", "/applications/@me", "get-application", _ => HonestReply.Ok(world.Application.ToJson())),
            new("GET", "/oauth2/applications/@me", "get-application", _ => HonestReply.Ok(world.Application.ToJson())),
            new("PATCH", "/applications/@me", "edit-application", EditApplication),
        ];

    private HonestReply Channels(ApiCall call)
    {
        var guild = access.Guild(call);
        return HonestReply.Ok(
            List(world.Channels.Where(channel => channel.Guild == guild && !channel.IsThread), channel => channel.ToJson())
        );
    }

    private HonestReply Member(ApiCall call) =>
        HonestReply.Ok(
            (access.Guild(call).Members.GetValueOrDefault(call.Id("user")) ?? throw RefusalException.Of(ErrorCodes.UnknownMember)).ToJson()
        );

    private HonestReply EditApplication(ApiCall call)
    {
        if (call.Form.ContainsKey("interactions_endpoint_url"))
        {
            world.Application.InteractionsEndpointUrl = call.Form["interactions_endpoint_url"].Text();
        }

        return HonestReply.Ok(world.Application.ToJson());
    }

    private IEnumerable<Guild> Mine() => world.Guilds.Where(guild => guild.Members.ContainsKey(world.Application.Bot.Id));

    private JsonObject Summary(Guild guild) =>
        new()
        {
            ["id"] = Snowflakes.Text(guild.Id),
            ["name"] = guild.Name,
            ["icon"] = null,
            ["banner"] = null,
            ["owner"] = false,
            ["permissions"] = Snowflakes.Text(
                (ulong)
                    guild
                        .Roles.Where(role => role.Id == guild.Id || guild.Members[world.Application.Bot.Id].Roles.Contains(role.Id))
                        .Aggregate(Permission.None, (all, role) => all | role.Permissions)
            ),
            ["features"] = new JsonArray(),
        };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> json) =>
        new([.. items.Select(item => (JsonNode)json(item))]);
}
