using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rest;

/// <summary>A page of a channel's messages, newest first.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#get-channel-messages</remarks>
internal static class MessagePage
{
    /// <param name="newestFirst">All visible messages.</param>
    public static IReadOnlyList<Message> Of(IReadOnlyList<Message> newestFirst, ApiCall call, int limit)
    {
        if (call.QueryId("around") is { } around)
        {
            var older = newestFirst.Where(message => message.Id <= around).Take(limit / 2 + 1);
            var newer = newestFirst.Where(message => message.Id > around).TakeLast(limit / 2);
            return [.. newer.Concat(older).Take(limit)];
        }

        if (call.QueryId("before") is { } before)
        {
            return [.. newestFirst.Where(message => message.Id < before).Take(limit)];
        }

        return call.QueryId("after") is { } after
            ? [.. newestFirst.Where(message => message.Id > after).TakeLast(limit)]
            : [.. newestFirst.Take(limit)];
    }
}
