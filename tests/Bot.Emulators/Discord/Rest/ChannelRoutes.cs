using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Channels and threads themselves: read, change, delete.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel</remarks>
public sealed class ChannelRoutes(DiscordWorld world, Access access, ServerLog log)
{
    private const string One = "/channels/{channel}";

    public IEnumerable<ApiRoute> Routes =>
        [
            new("GET", One, "get-channel", call => HonestReply.Ok(access.Channel(call).ToJson(world.Application.Bot.Id))),
            new("PATCH", One, "edit-channel", Edit)
            {
                // Name and topic have their own limit, not shown in any header:
                // https://github.com/discordjs/discord.js/issues/6651
                Sub = call => call.Form.ContainsKey("name") || call.Form.ContainsKey("topic") ? "rename" : null,
                Schema = call => call.Thread is null ? "UpdateGuildChannelRequestPartial" : "UpdateThreadRequestPartial",
            },
            new("DELETE", One, "delete-channel", Delete),
            new("POST", "/users/@me/channels", "open-direct", OpenDirect) { Schema = _ => "CreatePrivateChannelRequest" },
            new("PUT", One + "/thread-members/@me", "join-thread", Join),
            new(
                "POST",
                One + "/typing",
                "typing",
                call =>
                {
                    access.Need(access.Channel(call), Permission.SendMessages);
                    return HonestReply.Empty;
                }
            ),
        ];

    private HonestReply OpenDirect(ApiCall call)
    {
        call.VerifySchema();
        var channel = call.Form["recipient_id"].Id() is { } user ? world.OpenDirect(user) : null;
        return HonestReply.Ok((channel ?? throw RefusalException.Of(ErrorCodes.UnknownUser)).ToJson());
    }

    private HonestReply Edit(ApiCall call)
    {
        var channel = access.Channel(call);
        if (channel.Thread is null)
        {
            access.Need(channel, Permission.ManageChannels);
            call.VerifySchema();
            channel.Name = call.Form["name"].Text() ?? channel.Name;
            channel.Topic = call.Form.ContainsKey("topic") ? call.Form["topic"].Text() : channel.Topic;
            world.Publish(channel.Guild, new DiscordEvent("CHANNEL_UPDATE", channel.ToJson(), DiscordEvent.Guilds));
        }
        else
        {
            EditThread(call, channel, channel.Thread);
        }

        log.Append(sequence => call.Entry(sequence, LogKind.Edited, world.Now) with { Detail = call.Form.ToJsonString() });
        return HonestReply.Ok(channel.ToJson(world.Application.Bot.Id));
    }

    private void EditThread(ApiCall call, Channel thread, ThreadDetails state)
    {
        var body = call.Form;
        ThreadForm.Verify(body, isNew: false);
        call.VerifySchema();
        var isModerator = world.BotMay(thread).HasFlag(Permission.ManageThreads);
        var isOwner = state.Owner == world.Application.Bot.Id;
        var unarchives = body["archived"].Truth() == false;
        var onlyUnarchives = unarchives && body.Count == 1;
        if (state.Archived && !unarchives)
        {
            throw RefusalException.Of(ErrorCodes.ThreadArchived);
        }

        var changesLock = body.ContainsKey("locked") || body.ContainsKey("rate_limit_per_user");
        var mayUnarchive = onlyUnarchives && !state.Locked && state.Members.Contains(world.Application.Bot.Id);
        if (!isModerator && (changesLock || state.Locked || !isOwner && !mayUnarchive))
        {
            throw RefusalException.Of(ErrorCodes.MissingPermissions);
        }

        thread.Name = body["name"].Text() ?? thread.Name;
        thread.SlowmodeSeconds = body["rate_limit_per_user"].Number() ?? thread.SlowmodeSeconds;
        state.AutoArchiveMinutes = body["auto_archive_duration"].Number() ?? state.AutoArchiveMinutes;
        if (body["applied_tags"] is JsonArray tags)
        {
            thread.AppliedTags.Clear();
            thread.AppliedTags.AddRange(tags.Select(tag => tag.Id()).OfType<ulong>());
        }

        world.SetArchived(thread, body["archived"].Truth() ?? state.Archived, body["locked"].Truth());
    }

    private HonestReply Delete(ApiCall call)
    {
        var channel = access.Channel(call);
        access.Need(channel, channel.IsThread ? Permission.ManageThreads : Permission.ManageChannels);
        var json = channel.ToJson();
        world.DeleteChannel(channel.Id);
        log.Append(sequence => call.Entry(sequence, LogKind.Deleted, world.Now));
        return HonestReply.Ok(json);
    }

    private HonestReply Join(ApiCall call)
    {
        var thread = access.Channel(call).Thread ?? throw RefusalException.Of(ErrorCodes.WrongChannelType);
        if (thread.Archived)
        {
            throw RefusalException.Of(ErrorCodes.ThreadArchived);
        }

        thread.Members.Add(world.Application.Bot.Id);
        return HonestReply.Empty;
    }
}
