using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Methods;

/// <summary>Finds the channel of a call, or why it is not accessible.</summary>
internal static class Channels
{
    /// <summary>A channel the bot can see: public, or one it is in.</summary>
    public static ApiResult? Seen(ApiCall call, out SlackChannel channel)
    {
        channel = null!;
        if (call.Arguments.Text("channel") is not { Length: > 0 } named)
        {
            return ApiResult.Fail("invalid_arguments", "missing required field: channel");
        }

        // A private channel without the bot seems not to exist.
        if (call.Workspace.Find(named) is not { IsGone: false } found || (found.IsPrivate && !found.IsMember))
        {
            return ApiResult.Fail("channel_not_found");
        }

        channel = found;
        return null;
    }

    /// <summary>A channel whose messages the bot may read.</summary>
    public static ApiResult? Readable(ApiCall call, out SlackChannel channel)
    {
        if (Seen(call, out channel) is { } unseen)
        {
            return unseen;
        }

        var scope =
            channel.IsDirect ? "im:history"
            : channel.IsPrivate ? "groups:history"
            : "channels:history";
        return !call.HasScope(scope) ? ApiResult.MissingScope(scope, call.Token!.Scopes)
            : !channel.IsMember ? ApiResult.Fail("not_in_channel")
            : null;
    }

    /// <summary>A channel the bot may post to, at the top level or in a thread.</summary>
    public static ApiResult? Postable(ApiCall call, out SlackChannel channel)
    {
        // A person's id opens the direct message with them.
        if (call.Arguments.Text("channel") is { } named && call.Workspace.Users.ContainsKey(named))
        {
            channel = call.World.OpenDirect(call.Workspace.Id, named);
            return null;
        }

        if (Seen(call, out channel) is { } unseen)
        {
            return unseen;
        }

        var isReply = call.Arguments.Has("thread_ts");
        return channel.IsArchived ? ApiResult.Fail("is_archived")
            : !channel.IsMember && !call.HasScope("chat:write.public") ? ApiResult.Fail("not_in_channel")
            : channel.IsReadOnly ? ApiResult.Fail("restricted_action_read_only_channel")
            : channel.IsThreadOnly && !isReply ? ApiResult.Fail("restricted_action_thread_only_channel")
            : channel.IsNonThreadable && isReply ? ApiResult.Fail("restricted_action_non_threadable_channel")
            : null;
    }
}
