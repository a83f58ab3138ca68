using System.Text.Json;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;

namespace Bot.Discord.Sending;

/// <summary>Threads that begin at a root. One has the id of its message.</summary>
internal sealed class Threads(DiscordClient client)
{
    private static readonly ReadOnlyMemory<byte> Unarchived = "{\"archived\":false}"u8.ToArray();

    /// <summary>Accepted also when the thread was started before, as after a lost answer.</summary>
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

    /// <summary>Gives a thread the name that its root has now, unless it has it.</summary>
    /// <returns>Accepted also when there is nothing to do.</returns>
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

    /// <summary>Does a call in a thread; one that finds it archived is done again after it was unarchived, once.</summary>
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
            // Nothing of the call itself was done, so it can be tried again as a whole.
            DiscordAnswer.Lost lost => new DiscordAnswer.NotSent(lost.Detail),
            // A moderator locked it: only they can open it again.
            DiscordAnswer.Refused { Error: DiscordError.PermissionMissing } => answer,
            _ => unarchived,
        };
    }
}
