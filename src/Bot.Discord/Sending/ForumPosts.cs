using System.Globalization;
using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Sending;

/// <summary>
/// In a forum, a briefing is a post: a thread whose first message is the root and has its id. Discord takes no nonce there, so a lost
/// answer is always looked up.
/// </summary>
internal sealed class ForumPosts(DiscordClient client, ChannelAccess access)
{
    private const int MostPages = 20;

    public Task<DiscordAnswer> CreateAsync(SendRequest request, DiscordPayload payload, CancellationToken cancellationToken) =>
        client.SendAsync(
            DiscordRoute.StartThreadInForum(request.Channel.Channel),
            payload.ForumPostBody(request.Key, request.Options),
            cancellationToken
        );

    /// <summary>
    /// The bot's own thread in the forum, created since the first attempt, that begins with the root. Its name may have been corrected
    /// since.
    /// </summary>
    public async Task<FindOutcome> FindAsync(SendRequest request, DiscordPayload payload, CancellationToken cancellationToken)
    {
        var self = await access.MeAsync(cancellationToken);
        if (self is not DiscordAnswer.Accepted { Id: { } me })
        {
            return DiscordLookup.Unread(self);
        }

        var earliest = client.Clock.EarliestOf(request.FirstAttemptAt);
        var since = Snowflake.Parse(Snowflake.At(earliest)) ?? 0;
        var route = DiscordRoute.GetActiveThreads(request.Channel.Workspace);
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.SendAsync(route, null, cancellationToken);
            if (
                answer is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } json }
                || !json.TryGetProperty("threads", out var threads)
                || threads.ValueKind != JsonValueKind.Array
            )
            {
                return DiscordLookup.Unread(answer);
            }

            foreach (var thread in threads.EnumerateArray())
            {
                if (
                    thread.StringAt("parent_id") == request.Channel.Channel
                    && (thread.StringAt("owner_id") ?? me) == me
                    && thread.StringAt("id") is { } id
                    && Snowflake.Parse(id) is { } made
                    && made >= since
                    && await BeginsWithAsync(id, me, request, payload, cancellationToken) is { } outcome
                )
                {
                    return outcome;
                }
            }

            // The active ones come all at once, then the archived ones, latest first.
            if (page > 0 && !HasMore(json, threads, earliest))
            {
                return new FindOutcome.Absent();
            }

            route = DiscordRoute.GetArchivedThreads(request.Channel.Channel, page == 0 ? null : ArchivedAt(threads));
        }

        return new FindOutcome.CannotTell("The forum has too many posts to be read to its end.");
    }

    /// <summary>Null: the thread belongs to somebody else.</summary>
    private async Task<FindOutcome?> BeginsWithAsync(
        string thread,
        string me,
        SendRequest request,
        DiscordPayload payload,
        CancellationToken cancellationToken
    ) =>
        await client.SendAsync(DiscordRoute.GetMessage(thread, thread), null, cancellationToken) switch
        {
            DiscordAnswer.Accepted { Json: { } root } => DiscordLookup.IsIt(root, me, request.Key, payload) switch
            {
                true => new FindOutcome.Found(thread, thread),
                null => new FindOutcome.CannotTell("A post bears the mark, and Discord does not say whose it is."),
                false => null,
            },
            DiscordAnswer.Refused { Error: DiscordError.MessageGone or DiscordError.ChannelGone } => null,
            var unread => DiscordLookup.Unread(unread),
        };

    private static bool HasMore(JsonElement page, JsonElement threads, DateTimeOffset earliest) =>
        page.TryGetProperty("has_more", out var more)
        && more.ValueKind == JsonValueKind.True
        && ArchivedAt(threads) is { } at
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var archived)
        && archived >= earliest;

    private static string? ArchivedAt(JsonElement threads) =>
        threads.GetArrayLength() > 0
        && threads[threads.GetArrayLength() - 1] is { ValueKind: JsonValueKind.Object } last
        && last.TryGetProperty("thread_metadata", out var state)
            ? state.StringAt("archive_timestamp")
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
