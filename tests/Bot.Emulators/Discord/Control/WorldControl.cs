using System.Text.Json.Nodes;
using Bot.Emulators.Control;
using Bot.Emulators.Discord.Limits;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Control;

/// <summary>
/// Guilds, channels, messages, tokens, limits, rules: <c>POST /_control/guilds</c>, <c>/channels</c>, <c>/channels/ID</c>,
/// <c>/messages</c>, <c>/tokens</c>, <c>/limits</c>, <c>/rules</c>; <c>GET /_control/messages</c>, <c>/state</c>;
/// <c>DELETE /_control/messages/ID</c>.
/// </summary>
internal static class WorldControl
{
    public static void Map(IEndpointRouteBuilder routes, DiscordServer server)
    {
        routes.MapPost(
            "/_control/guilds",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<GuildOrder>(request);
                if (order.Id is not { } id || server.World.Guild(id) is null)
                {
                    return EmulatorControl.Json(
                        new JsonObject { ["id"] = Snowflakes.Text(server.World.AddGuild(order.Name, order.Id).Id) }
                    );
                }

                order.Apply(server.World, id);
                return EmulatorControl.Json(new JsonObject { ["id"] = Snowflakes.Text(id) });
            }
        );
        routes.MapPost(
            "/_control/channels",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<ChannelOrder>(request);
                var guild = server.World.Guild(order.Guild) ?? throw new KeyNotFoundException($"No guild {order.Guild}.");
                var channel = server.World.AddChannel(guild, order.Name, order.Type, order.Id);
                return EmulatorControl.Json(new JsonObject { ["id"] = Snowflakes.Text(channel.Id) });
            }
        );
        routes.MapPost(
            "/_control/channels/{id}",
            async (ulong id, HttpRequest request) => (await EmulatorControl.ReadAsync<ChannelChange>(request)).Apply(server.World, id)
        );
        MapMessages(routes, server);
        MapLimits(routes, server);
    }

    private static void MapMessages(IEndpointRouteBuilder routes, DiscordServer server)
    {
        routes.MapGet(
            "/_control/messages",
            () =>
            {
                lock (server.World.Gate)
                {
                    return EmulatorControl.Json(
                        new JsonArray([.. server.Messages.All.Select(message => (JsonNode)server.Messages.Json(message, withNonce: true))])
                    );
                }
            }
        );
        routes.MapPost(
            "/_control/messages",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<MessageOrder>(request);
                return EmulatorControl.Json(
                    new JsonObject { ["id"] = Snowflakes.Text(server.Messages.PostAs(order.User, order.Channel, order.Content).Id) }
                );
            }
        );
        routes.MapDelete(
            "/_control/messages/{id}",
            (ulong id) =>
                server.Messages.Delete(
                    server.Messages.All.FirstOrDefault(message => message.Id == id) ?? throw new KeyNotFoundException($"No message {id}.")
                )
        );
    }

    private static void MapLimits(IEndpointRouteBuilder routes, DiscordServer server)
    {
        routes.MapPost(
            "/_control/tokens",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<TokenOrder>(request);
                if (order.Revoked)
                {
                    server.Tokens.Revoke(order.Token);
                }
                else
                {
                    server.Tokens.Restore(order.Token);
                }
            }
        );
        routes.MapPost(
            "/_control/limits",
            async (HttpRequest request) => (await EmulatorControl.ReadAsync<LimitOrder>(request)).Apply(server.Buckets)
        );
        routes.MapPost(
            "/_control/rules",
            async (HttpRequest request) => (await EmulatorControl.ReadAsync<RulesOrder>(request)).Apply(server.Rules)
        );
        routes.MapGet(
            "/_control/state",
            () =>
                EmulatorControl.Json(
                    new JsonObject
                    {
                        ["invalid_requests"] = server.InvalidRequests.Count,
                        ["starts_remaining"] = server.Gateway.Settings.StartsRemaining,
                        ["connections"] = server.Gateway.Connections.Count,
                        ["command_overwrites"] = server.Commands.Overwrites,
                        ["public_key"] = server.Signer.PublicKey,
                        ["application"] = server.World.Application.ToJson(),
                    }
                )
        );
    }

    /// <param name="Id">Changes the existing guild with this id, or becomes the new guild's id.</param>
    private sealed record GuildOrder(string Name = "guild", ulong? Id = null, bool? Unavailable = null, bool? BotRemoved = null)
    {
        public void Apply(DiscordWorld world, ulong id)
        {
            if (Unavailable is { } unavailable)
            {
                world.SetUnavailable(id, unavailable);
            }

            if (BotRemoved == true)
            {
                world.RemoveBot(id);
            }
        }
    }

    private sealed record ChannelOrder(string Name, ChannelType Type = ChannelType.Text, ulong Guild = DefaultIds.Guild, ulong? Id = null);

    /// <param name="Deny">Permissions denied to the bot there, separated by commas; empty for none.</param>
    private sealed record ChannelChange(string? Deny = null, bool? Archived = null, bool? Locked = null, bool Gone = false)
    {
        public void Apply(DiscordWorld world, ulong id)
        {
            var channel = world.Channel(id) ?? throw new KeyNotFoundException($"No channel {id}.");
            if (Deny is not null)
            {
                world.Deny(id, Deny.Length == 0 ? Permission.None : Enum.Parse<Permission>(Deny));
            }

            if (Archived is not null || Locked is not null)
            {
                world.SetArchived(channel, Archived ?? channel.Thread!.Archived, Locked);
            }

            if (Gone)
            {
                world.DeleteChannel(id);
            }
        }
    }

    private sealed record MessageOrder(ulong Channel, string Content, ulong User = DefaultIds.Reader);

    private sealed record TokenOrder(string Token, bool Revoked);

    /// <param name="Bucket">A bucket's name, or <c>global</c>.</param>
    /// <param name="Calls">Null removes the limit.</param>
    private sealed record LimitOrder(string Bucket, int? Calls, double Seconds = 1, string Scope = "user", bool Hidden = false)
    {
        public void Apply(Buckets buckets)
        {
            var limit = Calls is { } calls ? BucketLimit.Of(calls, Seconds, Scope) : null;
            if (Bucket == "global")
            {
                buckets.Global = limit;
            }
            else if (Hidden)
            {
                buckets.Hide(Bucket, limit);
            }
            else
            {
                buckets.Set(Bucket, limit);
            }
        }
    }

    /// <summary>Changes to the rules; null means no change.</summary>
    private sealed record RulesOrder(
        double? NonceWindowSeconds = null,
        bool? FailsOnTextBytes = null,
        bool? RequiresUserAgent = null,
        double? InteractionDeadlineSeconds = null,
        double? InteractionLifetimeSeconds = null
    )
    {
        public void Apply(DiscordRules rules)
        {
            static TimeSpan Span(double? seconds, TimeSpan otherwise) => seconds is { } given ? TimeSpan.FromSeconds(given) : otherwise;
            rules.NonceWindow = Span(NonceWindowSeconds, rules.NonceWindow);
            rules.FailsOnTextBytes = FailsOnTextBytes ?? rules.FailsOnTextBytes;
            rules.RequiresUserAgent = RequiresUserAgent ?? rules.RequiresUserAgent;
            rules.InteractionDeadline = Span(InteractionDeadlineSeconds, rules.InteractionDeadline);
            rules.InteractionLifetime = Span(InteractionLifetimeSeconds, rules.InteractionLifetime);
        }
    }
}
