using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Threads: started from a message, without one, or as a forum post; and lists of threads.</summary>
/// <remarks>https://docs.discord.com/developers/topics/threads</remarks>
public sealed class ThreadRoutes(
    DiscordWorld world,
    MessageStore messages,
    MessageRoutes posting,
    MessageForm form,
    Access access,
    ServerLog log
)
{
    public IEnumerable<ApiRoute> Routes =>
        [
            new("POST", "/channels/{channel}/messages/{message}/threads", "start-thread", FromMessage)
            {
                Schema = _ => "CreateTextThreadWithMessageRequest",
            },
            new("POST", "/channels/{channel}/threads", "start-thread", Start)
            {
                Schema = call => call.Form.ContainsKey("message") ? "CreateForumThreadRequest" : "CreateTextThreadWithoutMessageRequest",
            },
            new("GET", "/guilds/{guild}/threads/active", "list-threads", Active),
            new("GET", "/channels/{channel}/threads/archived/public", "list-threads", Archived),
        ];

    private HonestReply FromMessage(ApiCall call)
    {
        var channel = access.Channel(call);
        if (channel.Type is not (ChannelType.Text or ChannelType.Announcement))
        {
            throw RefusalException.Of(ErrorCodes.WrongChannelType);
        }

        var root = Access.Message(call, channel);
        access.Need(channel, Permission.CreatePublicThreads | Permission.ReadMessageHistory);
        ThreadForm.Verify(call.Form);
        call.VerifySchema();
        if (world.ThreadOf(root) is not null)
        {
            throw RefusalException.Of(ErrorCodes.ThreadExists);
        }

        var type = channel.Type == ChannelType.Announcement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
        var thread = Open(call, channel, type, root.Id);
        root.Flags |= MessageFlags.HasThread;
        messages.Edited(root, null);
        messages.Add(
            new Message(world.Ids.Next(), thread, world.Application.Bot, world.Now)
            {
                Type = 21,
                Reference = new JsonObject
                {
                    ["type"] = 0,
                    ["message_id"] = Snowflakes.Text(root.Id),
                    ["channel_id"] = Snowflakes.Text(channel.Id),
                    ["guild_id"] = Snowflakes.Text(channel.Guild.Id),
                },
            }
        );
        return HonestReply.Created(thread.ToJson(world.Application.Bot.Id));
    }

    private HonestReply Start(ApiCall call)
    {
        var channel = access.Channel(call);
        if (channel.IsForum)
        {
            return Post(call, channel);
        }

        // The default is a private thread: https://docs.discord.com/developers/resources/channel#start-thread-without-message
        var type = (ChannelType)(call.Form["type"].Number() ?? (int)ChannelType.PrivateThread);
        if (
            channel.Type is not (ChannelType.Text or ChannelType.Announcement)
            || type is not (ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread)
        )
        {
            throw RefusalException.Of(ErrorCodes.WrongChannelType);
        }

        access.Need(channel, type == ChannelType.PrivateThread ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads);
        ThreadForm.Verify(call.Form);
        call.VerifySchema();
        var thread = Open(call, channel, type, world.Ids.Next());
        if (type != ChannelType.PrivateThread)
        {
            messages.Add(new Message(world.Ids.Next(), channel, world.Application.Bot, world.Now) { Type = 18, Content = thread.Name });
        }

        return HonestReply.Created(thread.ToJson(world.Application.Bot.Id));
    }

    /// <summary>A forum post: a thread whose first message has the same id. It has no nonce, so a repeat creates a second post.</summary>
    private HonestReply Post(ApiCall call, Channel forum)
    {
        access.Need(forum, Permission.SendMessages);
        ThreadForm.Verify(call.Form);
        if (call.Form["message"] is not JsonObject first)
        {
            var errors = new FormErrors();
            errors.Required("message");
            errors.Verify();
            return HonestReply.Empty;
        }

        var tags = call.Form["applied_tags"].Items().Select(tag => tag.Id()).OfType<ulong>().ToList();
        if ((forum.Flags & 16) != 0 && tags.Count == 0)
        {
            throw RefusalException.Of(ErrorCodes.TagRequired);
        }

        var flags = MessageRoutes.Flags(first);
        form.VerifyStarter(first, flags);
        MessageRoutes.VerifyNotEmpty(call, first);
        call.VerifySchema();
        var id = world.Ids.Next();
        var thread = Open(call, forum, ChannelType.PublicThread, id, tags.Where(forum.Tags.ContainsKey));
        var message = posting.Make(call, thread, first, flags, id);
        messages.Add(message, call);
        var json = thread.ToJson(world.Application.Bot.Id);
        json["message"] = messages.Json(message);
        return HonestReply.Created(json);
    }

    private Channel Open(ApiCall call, Channel parent, ChannelType type, ulong id, IEnumerable<ulong>? tags = null)
    {
        if (world.ActiveThreads(parent.Guild).Count() >= world.ActiveThreadCap)
        {
            throw RefusalException.Of(ErrorCodes.TooManyThreads);
        }

        var minutes = call.Form["auto_archive_duration"].Number() ?? 4320;
        var thread = new Channel(id, parent.Guild, type, call.Form["name"].Text()!.Trim())
        {
            Parent = parent,
            Thread = new ThreadDetails(world.Application.Bot.Id, minutes, world.Now),
            SlowmodeSeconds = call.Form["rate_limit_per_user"].Number() ?? 0,
            AppliedTags = [.. tags ?? []],
        };
        log.Append(sequence =>
            call.Entry(sequence, LogKind.ThreadStarted, world.Now) with
            {
                Thread = Snowflakes.Text(id),
                Detail = thread.Name,
            }
        );
        world.AddThread(thread);
        return thread;
    }

    private HonestReply Active(ApiCall call) =>
        Listed(
            [.. world.ActiveThreads(access.Guild(call)).Where(thread => world.BotMay(thread).HasFlag(Permission.ViewChannel))],
            hasMore: null
        );

    private HonestReply Archived(ApiCall call)
    {
        var channel = access.Channel(call);
        access.Need(channel, Permission.ReadMessageHistory);
        var limit = call.QueryNumber("limit", 50, 2, 100);
        var before =
            call.Query.TryGetValue("before", out var text)
            && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time)
                ? time
                : DateTimeOffset.MaxValue;
        var archived = world
            .Channels.Where(thread =>
                thread.Parent == channel && thread.Thread is { Archived: true } state && state.ArchiveTimestamp < before
            )
            .OrderByDescending(thread => thread.Thread!.ArchiveTimestamp)
            .ToList();
        return Listed([.. archived.Take(limit)], archived.Count > limit);
    }

    private HonestReply Listed(IReadOnlyList<Channel> threads, bool? hasMore)
    {
        var bot = world.Application.Bot.Id;
        var json = new JsonObject
        {
            ["threads"] = new JsonArray([.. threads.Select(thread => (JsonNode)thread.ToJson(bot))]),
            ["members"] = new JsonArray([
                .. threads
                    .Where(thread => thread.Thread!.Members.Contains(bot))
                    .Select(thread => (JsonNode)thread.Thread!.MemberJson(thread.Id, bot)),
            ]),
        };
        if (hasMore is { } more)
        {
            json["has_more"] = more;
        }

        return HonestReply.Ok(json);
    }
}
