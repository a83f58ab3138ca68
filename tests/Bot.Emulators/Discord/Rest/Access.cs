using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Finds the objects of a call, as far as the bot may see them.</summary>
public sealed class Access(DiscordWorld world)
{
    /// <exception cref="RefusalException">10003, 50001.</exception>
    public Channel Channel(ApiCall call)
    {
        var channel = world.Channel(call.Id("channel")) ?? throw RefusalException.Of(ErrorCodes.UnknownChannel);
        return channel.Guild.Unavailable || !world.BotMay(channel).HasFlag(Permission.ViewChannel)
            ? throw RefusalException.Of(ErrorCodes.MissingAccess)
            : channel;
    }

    /// <exception cref="RefusalException">10008.</exception>
    public static Message Message(ApiCall call, Channel channel) =>
        channel.Messages.GetValueOrDefault(call.Id("message")) ?? throw RefusalException.Of(ErrorCodes.UnknownMessage);

    /// <exception cref="RefusalException">10004.</exception>
    public Guild Guild(ApiCall call)
    {
        var guild = world.Guild(call.Id("guild"));
        return guild is not null && guild.Members.ContainsKey(world.Application.Bot.Id)
            ? guild
            : throw RefusalException.Of(ErrorCodes.UnknownGuild);
    }

    /// <exception cref="RefusalException">50013.</exception>
    public void Need(Channel channel, Permission permission)
    {
        if (!world.BotMay(channel).HasFlag(permission))
        {
            throw RefusalException.Of(ErrorCodes.MissingPermissions);
        }
    }
}
