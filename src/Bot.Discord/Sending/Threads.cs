using System.Text.Json;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;

namespace Bot.Discord.Sending;

/// <summary>Threads started from a root. Each has the id of its message.</summary>
internal sealed class Threads(DiscordClient client)
{
    private static readonly ReadOnlyMemory<byte> Unarchived = "{\"archived\":false}"u8.ToArray();

    /// <summary>Also accepted if the thread was already started, as after a lost answer.</summary>
    public async Task<DiscordAnswer> StartAsync(
        string channel,
        string message,
        DiscordPayload payload,
        SendOptions options,
        CancellationToken cancellationToken
    ) =>
        await client.SendAsync(DiscordRoute.StartThreadFromMessage(channel, message), payload.ThreadBody(options), cancellationToken) switch
        {
            DiscordAnswer.Refused { Error: DiscordError.AlreadyDone } refused => new DiscordAnswer.Accepted(refused.Status, null),
            var answer => answer,
        };

    /// <summary>Gives a thread its root's current name, unless it already has it.</summary>
    /// <returns>Accepted also if there is nothing to do.</returns>
    public async Task<DiscordAnswer> RenameAsync(string thread, DiscordPayload payload, CancellationToken cancellationToken)
    {
        var standing = await client.SendAsync(DiscordRoute.GetChannel(thread), null, cancellationToken);
        return
            standing is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } json }
            || (
                json.TryGetProperty("name", out var name)
                && name.ValueKind == JsonValueKind.String
                && name.GetString() == payload.ThreadName
            )
            ? standing
            : await client.SendAsync(DiscordRoute.ModifyChannel(thread), payload.RenameBody(), cancellationToken);
    }

    /// <summary>Makes a call in a thread; if the thread turns out to be archived, unarchives it and repeats the call, once.</summary>
    /// <remarks>
    /// Only a new message unarchives a thread by itself. https://discord.com/developers/docs/topics/threads#active-archived-threads
    /// </remarks>
    public async Task<DiscordAnswer> UnarchivedAsync(string thread, Func<Task<DiscordAnswer>> call, CancellationToken cancellationToken)
    {
        var answer = await call();
        if (answer is not DiscordAnswer.Refused { Error: DiscordError.ThreadArchived })
        {
            return answer;
        }

        var unarchived = await client.SendAsync(DiscordRoute.ModifyChannel(thread), Unarchived, cancellationToken);
        return unarchived switch
        {
            DiscordAnswer.Accepted => await call(),
            // The call itself did nothing, so it can be retried as a whole.
            DiscordAnswer.Lost lost => new DiscordAnswer.NotSent(lost.Detail),
            // Locked by a moderator: only moderators can reopen it.
            DiscordAnswer.Refused { Error: DiscordError.PermissionMissing } => answer,
            _ => unarchived,
        };
    }
}
