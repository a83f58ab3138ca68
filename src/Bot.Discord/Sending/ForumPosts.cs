using System.Text.Json;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Sending;

/// <summary>
/// A briefing in a forum is a post: a thread whose first message is the root and has its id. Discord takes no nonce there,
/// so a lost answer is always looked up.
/// </summary>
internal sealed class ForumPosts(DiscordClient client, ChannelAccess access)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    public Task<DiscordAnswer> CreateAsync(SendRequest request, DiscordPayload payload, CancellationToken cancellationToken) =>
        client.SendAsync(DiscordRoute.StartThreadInForum(request.Channel.Channel), payload.ForumPostBody(request.Key, request.Options), cancellationToken);

    /// <summary>The bot's own thread of that name in the forum, made since the first attempt, that begins with the root.</summary>
    public async Task<FindOutcome> FindAsync(SendRequest request, DiscordPayload payload, CancellationToken cancellationToken)
    {
        var self = await access.MeAsync(cancellationToken);
        if (self is not DiscordAnswer.Accepted { Id: { } me })
        {
            return DiscordLookup.Unread(self);
        }

        var since = Snowflake.Parse(Snowflake.At(request.FirstAttemptAt - Margin)) ?? 0;
        foreach (var route in (DiscordRoute[])[DiscordRoute.GetActiveThreads(request.Channel.Workspace), DiscordRoute.GetArchivedThreads(request.Channel.Channel)])
        {
            var answer = await client.SendAsync(route, null, cancellationToken);
            if (answer is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } json } || !json.TryGetProperty("threads", out var threads) || threads.ValueKind != JsonValueKind.Array)
            {
                return DiscordLookup.Unread(answer);
            }

            foreach (var thread in threads.EnumerateArray())
            {
                if (Text(thread, "parent_id") != request.Channel.Channel || Text(thread, "owner_id") != me || Text(thread, "name") != payload.ThreadName
                    || Text(thread, "id") is not { } id || Snowflake.Parse(id) is not { } made || made < since)
                {
                    continue;
                }

                switch (await client.SendAsync(DiscordRoute.GetMessage(id, id), null, cancellationToken))
                {
                    case DiscordAnswer.Accepted { Json: { } root } when DiscordLookup.IsIt(root, me, request.Key, payload):
                        return new FindOutcome.Found(id, id);
                    case DiscordAnswer.Accepted or DiscordAnswer.Refused:
                        break;
                    case var unread:
                        return DiscordLookup.Unread(unread);
                }
            }
        }

        return new FindOutcome.Absent();
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
