using System.Text.Json;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Sending;

/// <summary>Looks in a channel or thread for a post, after its answer was lost.</summary>
internal sealed class DiscordLookup(DiscordClient client, ChannelAccess access)
{
    /// <summary>Read from so long before the first attempt: clocks differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Pages of <see cref="DiscordLimits.MessagesPerPage"/>; a channel that gets more within the margin is not read to its end.</summary>
    private const int MostPages = 50;

    /// <param name="channel">Channel of a root, thread of a reply.</param>
    public async Task<FindOutcome> FindAsync(SendRequest request, string channel, DiscordPayload payload, CancellationToken cancellationToken)
    {
        var self = await access.MeAsync(cancellationToken);
        if (self is not DiscordAnswer.Accepted { Id: { } me })
        {
            return Unread(self);
        }

        var after = Snowflake.At(request.FirstAttemptAt - Margin);
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.SendAsync(DiscordRoute.GetMessages(channel, after, DiscordLimits.MessagesPerPage), null, cancellationToken);
            if (answer is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Array } json })
            {
                return Unread(answer);
            }

            var messages = json.EnumerateArray().ToList();
            if (messages.Find(message => IsIt(message, me, request.Key, payload)) is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty("id", out var id))
            {
                return new FindOutcome.Found(id.GetString()!);
            }

            if (messages.Count < DiscordLimits.MessagesPerPage)
            {
                return await AbsentAsync(request, channel, cancellationToken);
            }

            // Whatever the order within a page.
            after = messages.Select(message => Snowflake.Parse(Text(message, "id")) ?? 0).Max().ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return new FindOutcome.CannotTell("The channel is too busy to be read to its end.");
    }

    /// <summary>Without the right to read the history Discord answers with an empty list, not with an error.</summary>
    private async Task<FindOutcome> AbsentAsync(SendRequest request, string channel, CancellationToken cancellationToken) =>
        await access.LookAsync(channel, request.Channel.Workspace, cancellationToken) switch
        {
            null => new FindOutcome.RetryAfter(null, "Discord does not say what the bot may do in the channel."),
            { } rights when rights.Has.HasFlag(Permission.ReadMessageHistory) => new FindOutcome.Absent(),
            _ => new FindOutcome.CannotTell("Read Message History is missing: what was posted cannot be looked up."),
        };

    /// <summary>What it means that a channel cannot be read.</summary>
    public static FindOutcome Unread(DiscordAnswer answer) => answer switch
    {
        // Nothing is in a channel that is gone; sending will say the same.
        DiscordAnswer.Refused { Error: DiscordError.ChannelGone or DiscordError.MessageGone } => new FindOutcome.Absent(),
        DiscordAnswer.Refused { Error: DiscordError.TokenRefused } refused => new FindOutcome.Blocked(RejectReason.TokenRefused, refused.Detail),
        DiscordAnswer.Refused { Error: DiscordError.PermissionMissing } refused => new FindOutcome.Blocked(RejectReason.PermissionMissing, refused.Detail),
        DiscordAnswer.Refused refused => new FindOutcome.CannotTell(refused.Detail),
        DiscordAnswer.Limited limited => new FindOutcome.RetryAfter(limited.After, limited.Detail),
        DiscordAnswer.Lost lost => new FindOutcome.RetryAfter(null, lost.Detail),
        DiscordAnswer.NotSent notSent => new FindOutcome.RetryAfter(null, notSent.Detail),
        _ => new FindOutcome.RetryAfter(null, "The answer could not be read."),
    };

    /// <summary>The bot's own, with the key's mark; one without any mark if it shows the same texts.</summary>
    public static bool IsIt(JsonElement message, string me, PostKey key, DiscordPayload payload)
    {
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("author", out var author) || Text(author, "id") != me)
        {
            return false;
        }

        return PostMark.In(message) is { } mark ? mark == PostMark.Of(key) : IsAlike(message, payload);
    }

    /// <summary>It shows what the payload shows, in its plainer form too. A line that mentions a role may follow.</summary>
    private static bool IsAlike(JsonElement message, DiscordPayload payload) => Text(message, "content") is { Length: > 0 } content
        ? PlainerForm.ContentOf(payload) is { } plain && content.StartsWith(plain, StringComparison.Ordinal)
        : MessageTexts.Of(message).Take(payload.Texts.Count).SequenceEqual(payload.Texts);

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
