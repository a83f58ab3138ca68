using System.Diagnostics;
using Bot.Chat.Answering;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>Handles the gateway's events: answers interactions, and notices from which servers the bot was removed.</summary>
internal sealed class GatewayEvents(InteractionHandler handler, InteractionReplies replies, GuildPresence guilds, LateWork late)
    : IGatewayEvents
{
    private static readonly ActivitySource Traces = new("Bot.Discord");

    public void Take(string name, ReadOnlyMemory<byte> data, IConnectionHold hold)
    {
        switch (name)
        {
            case "INTERACTION_CREATE" when InteractionReader.TryRead(data.Span) is { } interaction:
                late.Start("interaction from Discord", stopping => AnswerAsync(interaction, hold, stopping));
                break;
            case "GUILD_DELETE" when ReadGuild(data) is ({ } guild, unavailable: false):
                guilds.Note(guild, isThere: false);
                break;
            case "GUILD_CREATE" when ReadGuild(data) is ({ } guild, unavailable: false):
                guilds.Note(guild, isThere: true);
                break;
        }
    }

    private async Task AnswerAsync(Interaction interaction, IConnectionHold hold, CancellationToken stopping)
    {
        if (!await hold.MayAnswerAsync())
        {
            return;
        }

        // Over HTTP the request's own span is the trace's top.
        using var tracing = Traces.StartActivity("discord interaction", ActivityKind.Server);
        var answered = await handler.HandleAsync(interaction);
        if (answered.Callback is { } callback)
        {
            await replies.CallBackAsync(interaction, callback, stopping);
        }

        if (answered.Then is { } then)
        {
            await then(stopping);
        }
    }

    /// <summary>
    /// An unavailable server has an outage; the bot is still in it. https://discord.com/developers/docs/events/gateway-events#guild-delete
    /// </summary>
    private static (string? Id, bool unavailable) ReadGuild(ReadOnlyMemory<byte> data)
    {
        using var document = PayloadJson.Parse(data);
        return document?.RootElement is { } guild ? (guild.StringAt("id"), guild.FlagAt("unavailable")) : (null, false);
    }
}
