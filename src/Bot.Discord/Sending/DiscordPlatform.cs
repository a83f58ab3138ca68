using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Setup.Permissions;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Sending;

/// <summary>
/// Discord as a platform. A root is a message and the thread started from it, or a forum post; sections are messages in the thread. A
/// message carries its key as an enforced nonce, so for a while Discord itself refuses a duplicate.
/// </summary>
public sealed partial class DiscordPlatform(
    DiscordClient client,
    ChannelAccess access,
    IOperatorAlerts alerts,
    TimeProvider time,
    ILogger<DiscordPlatform> logger
) : IPlatform
{
    /// <summary>
    /// Discord remembers a nonce for "the past few minutes", without saying how many, so it is trusted for less.
    /// https://discord.com/developers/docs/resources/message#create-message
    /// </summary>
    internal static readonly TimeSpan NonceWindow = TimeSpan.FromMinutes(2);

    private readonly DiscordLookup _posted = new(client, access);
    private readonly ForumPosts _forums = new(client, access);
    private readonly Threads _threads = new(client);
    private readonly PlainerPosts _plainer = new(alerts);
    private readonly MessageEdits _edits = new(client, new PlainerPosts(alerts));
    private readonly FirstAttempts _attempts = new(time);
    private readonly DiscordOutcomes _outcomes = new(client, access);
    private readonly ChannelKinds _kinds = new(client);

    public PlatformId Id => PlatformId.Discord;

    public PlatformClock Clock => client.Clock;

    /// <summary>Each thread waits five seconds after five messages, so it takes many concurrent ones to use up the global limit.</summary>
    public SendWidth Width { get; } = new(512, 384);

    /// <summary>One bot token serves every server.</summary>
    public string TokenFor(string workspace) => Id.Value;

    /// <summary>No thread can be started from a message there (https://docs.discord.com/developers/topics/threads).</summary>
    public string? DirectThreadOf(string channel) => channel;

    public IReadOnlyList<string> Render(Message message) => [.. DiscordRenderer.Render(message).Select(part => part.ToPayload())];

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (DiscordPayload.TryParse(request.Payload) is not { } payload)
        {
            return new SendOutcome.Rejected(RejectReason.PayloadRefused, "The payload is not one of Discord.");
        }

        if (request is { IsAnnouncement: true, ThreadId: not null })
        {
            return await _kinds.IsForumAsync(request, cancellationToken) is { } isForum
                ? await ReplyAsync(request, PlaceOf(request, isForum), payload, cancellationToken)
                : new SendOutcome.RetryAfter(null, RetryScope.Channel, "Discord does not say what kind the channel is.");
        }

        return request.ThreadId is { } thread
            ? await ReplyAsync(request, thread, payload, cancellationToken)
            : await RootAsync(request, payload, cancellationToken);
    }

    public async Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (DiscordPayload.TryParse(request.Payload) is not { } payload)
        {
            return new FindOutcome.CannotTell("The payload is not one of Discord.");
        }

        if (request.ThreadId is null && await _kinds.IsForumAsync(request, cancellationToken) is var forum && forum != false)
        {
            return forum is null
                ? new FindOutcome.RetryAfter(null, "Discord does not say what kind the channel is.")
                : await _forums.FindAsync(request, payload, cancellationToken);
        }

        var isInForum = request.IsAnnouncement ? await _kinds.IsForumAsync(request, cancellationToken) : false;
        if (isInForum is null)
        {
            return new FindOutcome.RetryAfter(null, "Discord does not say what kind the channel is.");
        }

        var channel = PlaceOf(request, isInForum.Value);
        var found =
            await RepeatAsync(request, channel, payload, cancellationToken)
            ?? await _posted.FindAsync(request, channel, payload, cancellationToken);
        return found is FindOutcome.Found root && request.ThreadId is null
            ? await FinishRootAsync(request, root.MessageId, payload, cancellationToken)
            : found;
    }

    public async Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (DiscordPayload.TryParse(request.Payload) is not { } payload)
        {
            return new SendOutcome.Rejected(RejectReason.PayloadRefused, "The payload is not one of Discord.");
        }

        var answer = await InPlaceAsync(
            request.Channel,
            request.ThreadId,
            messageId,
            place => _edits.EditAsync(request, payload, place, messageId, cancellationToken),
            cancellationToken
        );
        if (answer is DiscordAnswer.Accepted && request.FillsPlace)
        {
            await PublishAsync(request, messageId, cancellationToken);
        }

        return answer is not DiscordAnswer.Accepted
                ? await _outcomes.OfAsync(answer, request.Channel, inThread: request.ThreadId is not null, cancellationToken)
            : payload.ThreadName is not null && (request.ThreadId ?? messageId) == messageId
                ? await RenamedAsync(payload, messageId, cancellationToken)
            : new SendOutcome.Sent(messageId);
    }

    public async Task<SendOutcome> DeleteAsync(
        ChannelAddress channel,
        string? threadId,
        string messageId,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(channel);
        var answer = await InPlaceAsync(
            channel,
            threadId,
            messageId,
            place => client.SendAsync(DiscordRoute.DeleteMessage(place, messageId), null, cancellationToken),
            cancellationToken
        );
        return answer is DiscordAnswer.Accepted or DiscordAnswer.Refused { Error: DiscordError.MessageGone or DiscordError.ChannelGone }
            ? new SendOutcome.Sent(messageId)
            : await _outcomes.OfAsync(answer, channel, inThread: threadId is not null, cancellationToken);
    }

    /// <summary>
    /// Where a message stands. An announcement is in the channel beside the thread; a forum has only threads, and moves one with a new
    /// message to its top.
    /// </summary>
    private static string PlaceOf(SendRequest request, bool isForum) =>
        request.ThreadId is { } thread && (isForum || !request.IsAnnouncement) ? thread : request.Channel.Channel;

    /// <summary>Renames the thread after its root. The edit stands; if this goes unanswered now, it is repeated with it.</summary>
    private async Task<SendOutcome> RenamedAsync(DiscordPayload payload, string thread, CancellationToken cancellationToken)
    {
        switch (await _threads.RenameAsync(thread, payload, cancellationToken))
        {
            case DiscordAnswer.Accepted:
                return new SendOutcome.Sent(thread);
            case DiscordAnswer.Refused refused:
                Log.NotRenamed(logger, thread, refused.Detail);
                return new SendOutcome.Sent(thread);
            case var answer:
                return new SendOutcome.RetryAfter(
                    null,
                    RetryScope.Channel,
                    $"The thread is not renamed yet: {DiscordOutcomes.Words(answer)}"
                );
        }
    }

    private async Task<SendOutcome> ReplyAsync(
        SendRequest request,
        string thread,
        DiscordPayload payload,
        CancellationToken cancellationToken
    )
    {
        var answer = await _threads.UnarchivedAsync(
            thread,
            () => CreateAsync(request, thread, payload, cancellationToken),
            cancellationToken
        );
        return answer is DiscordAnswer.Accepted accepted
            ? accepted.Id is { } id
                ? new SendOutcome.Sent(id)
                : new SendOutcome.Unknown("accepted, but the answer has no id")
            : await _outcomes.OfAsync(answer, request.Channel, inThread: true, cancellationToken);
    }

    private async Task<SendOutcome> RootAsync(SendRequest request, DiscordPayload payload, CancellationToken cancellationToken)
    {
        var channel = request.Channel.Channel;
        if (_kinds.IsKnownForum(channel) || request.Options.ForumTags.Count > 0)
        {
            return await ForumPostAsync(request, payload, cancellationToken);
        }

        if (client.WaitOf(DiscordRoute.StartThreadFromMessage(channel, "")) is var wait && wait > DiscordClient.Patience)
        {
            // Starting threads is sometimes limited for minutes; a root whose thread can't follow would be alone all that time.
            return new SendOutcome.RetryAfter(wait, RetryScope.Channel, "Discord asked to wait before another thread is started.");
        }

        var answer = await CreateAsync(request, channel, payload, cancellationToken);
        if (
            answer is DiscordAnswer.Refused { Error: DiscordError.WrongChannel or DiscordError.NotYet }
            && await _kinds.IsForumAsync(request, cancellationToken) == true
        )
        {
            // Nothing was posted: the refusal was about the kind of channel.
            return await ForumPostAsync(request, payload, cancellationToken);
        }

        if (answer is not DiscordAnswer.Accepted accepted)
        {
            return await _outcomes.OfAsync(answer, request.Channel, inThread: false, cancellationToken);
        }

        if (accepted.Id is not { } id)
        {
            return new SendOutcome.Unknown("accepted, but the answer has no id");
        }

        var started = await _threads.StartAsync(channel, id, payload, request.Options, cancellationToken);
        if (started is not DiscordAnswer.Accepted)
        {
            // The root is there but its thread is not: the look-up finds it by its nonce and continues from there.
            Log.NoThread(logger, id, DiscordOutcomes.Words(started));
            return new SendOutcome.Unknown($"The thread was not started: {DiscordOutcomes.Words(started)}");
        }

        await PublishAsync(request, id, cancellationToken);
        return new SendOutcome.Sent(id, id);
    }

    private Task<DiscordAnswer> CreateAsync(
        SendRequest request,
        string channel,
        DiscordPayload payload,
        CancellationToken cancellationToken
    )
    {
        _attempts.Note(request.Key);
        return _plainer.CreateAsync(
            request,
            payload,
            form =>
                client.SendAsync(
                    DiscordRoute.CreateMessage(channel),
                    form.CreateBody(request.Key, request.Options, request.IsNewToChannel),
                    cancellationToken
                )
        );
    }

    private async Task<SendOutcome> ForumPostAsync(SendRequest request, DiscordPayload payload, CancellationToken cancellationToken)
    {
        _kinds.TookForumPost(request.Channel.Channel);
        var answer = await _plainer.StarterAsync(request, payload, form => _forums.CreateAsync(request, form, cancellationToken));
        return answer is DiscordAnswer.Accepted accepted
            ? accepted.Id is { } id
                ? new SendOutcome.Sent(id, id)
                : new SendOutcome.Unknown("accepted, but the answer has no id")
            : await _outcomes.OfAsync(answer, request.Channel, inThread: false, cancellationToken);
    }

    /// <summary>
    /// While Discord certainly remembers the nonce, the same call again returns the existing message, or creates the missing one. Null:
    /// Discord did not say.
    /// </summary>
    private async Task<FindOutcome?> RepeatAsync(
        SendRequest request,
        string channel,
        DiscordPayload payload,
        CancellationToken cancellationToken
    )
    {
        // Our clock only counts if it says that it was longer ago, because it may have been set.
        if (_attempts.Since(request.Key) is not { } since || since > NonceWindow || time.GetUtcNow() - request.FirstAttemptAt > NonceWindow)
        {
            return null;
        }

        var body = payload.CreateBody(request.Key, request.Options, request.IsNewToChannel);
        return await client.SendAsync(DiscordRoute.CreateMessage(channel), body, cancellationToken) switch
        {
            DiscordAnswer.Accepted { Id: { } id } => new FindOutcome.Found(id),
            // https://github.com/discord/discord-api-docs/issues/6647: the message with this nonce was deleted meanwhile.
            DiscordAnswer.Refused { Error: DiscordError.MessageGone } => new FindOutcome.CannotTell("It was posted, and deleted since."),
            DiscordAnswer.Refused => null,
            var answer => DiscordLookup.Unread(answer),
        };
    }

    /// <summary>Starts the thread of a root that was found, unless it exists.</summary>
    private async Task<FindOutcome> FinishRootAsync(
        SendRequest request,
        string id,
        DiscordPayload payload,
        CancellationToken cancellationToken
    )
    {
        switch (await _threads.StartAsync(request.Channel.Channel, id, payload, request.Options, cancellationToken))
        {
            case DiscordAnswer.Accepted:
                await PublishAsync(request, id, cancellationToken);
                return new FindOutcome.Found(id, id);
            case DiscordAnswer.Refused { Error: DiscordError.MessageGone }:
                return new FindOutcome.CannotTell("The root was posted, and deleted before its thread was started.");
            case DiscordAnswer.Refused { Error: not DiscordError.Other } refused:
                var reason = DiscordErrors.ReasonOf(refused.Error) ?? RejectReason.Other;
                return new FindOutcome.Blocked(
                    reason,
                    await _outcomes.NamedAsync(reason, refused.Detail, request.Channel, cancellationToken)
                );
            case var answer:
                return DiscordLookup.Unread(answer);
        }
    }

    /// <summary>Makes a call where the message is: a root in the channel or, in a forum, in its own thread.</summary>
    private async Task<DiscordAnswer> InPlaceAsync(
        ChannelAddress channel,
        string? thread,
        string message,
        Func<string, Task<DiscordAnswer>> call,
        CancellationToken cancellationToken
    )
    {
        if (thread is not null && thread != message)
        {
            var inside = await _threads.UnarchivedAsync(thread, () => call(thread), cancellationToken);
            // An announcement stands in the channel beside its thread.
            return
                inside is DiscordAnswer.Refused { Error: DiscordError.MessageGone }
                && thread != channel.Channel
                && await call(channel.Channel) is DiscordAnswer.Accepted beside
                ? beside
                : inside;
        }

        var answer = _kinds.IsKnownForum(channel.Channel) ? new DiscordAnswer.Refused(400, 50008, "") : await call(channel.Channel);
        return
            answer is DiscordAnswer.Refused { Error: DiscordError.WrongChannel or DiscordError.MessageGone }
            && await _kinds.IsForumAsync(channel, cancellationToken) == true
            ? await _threads.UnarchivedAsync(message, () => call(message), cancellationToken)
            : answer;
    }

    /// <summary>Announcements can be published to following channels. The post stands without that, so a failure is only logged.</summary>
    private async Task PublishAsync(SendRequest request, string id, CancellationToken cancellationToken)
    {
        if (
            request.Options.Publish
            && await client.SendAsync(DiscordRoute.CrosspostMessage(request.Channel.Channel, id), null, cancellationToken)
                is not (DiscordAnswer.Accepted or DiscordAnswer.Refused { Error: DiscordError.AlreadyDone })
                    and var answer
        )
        {
            Log.NotPublished(logger, id, DiscordOutcomes.Words(answer));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5100, LogLevel.Warning, "The thread of {Message} was not started ({Detail}); looking it up again")]
        public static partial void NoThread(ILogger logger, string message, string detail);

        [LoggerMessage(5102, LogLevel.Warning, "The thread {Thread} keeps its previous name ({Detail})")]
        public static partial void NotRenamed(ILogger logger, string thread, string detail);

        [LoggerMessage(5101, LogLevel.Warning, "{Message} was not published ({Detail})")]
        public static partial void NotPublished(ILogger logger, string message, string detail);
    }
}
