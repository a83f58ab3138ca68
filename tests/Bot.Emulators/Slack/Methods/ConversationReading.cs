using Bot.Emulators.Log;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Methods;

/// <summary>conversations.history and conversations.replies.</summary>
internal static class ConversationReading
{
    private const int Usual = 100;
    private const int MostOfHistory = 999;
    private const int MostOfReplies = 1000;

    /// <summary>Roots and broadcast replies, newest first.</summary>
    public static ApiResult History(ApiCall call)
    {
        if (Channels.Readable(call, out var channel) is { } refused)
        {
            return refused;
        }

        return Answer(
            call,
            channel,
            Visible(call, channel).Where(message => message.IsRoot || message.IsBroadcast).Reverse(),
            MostOfHistory
        );
    }

    /// <summary>The root, then the replies, oldest first.</summary>
    public static ApiResult Replies(ApiCall call)
    {
        if (Channels.Readable(call, out var channel) is { } refused)
        {
            return refused;
        }

        var visible = Visible(call, channel).ToList();
        if (visible.Find(message => message.Ts == call.Arguments.Text("ts")) is not { } asked)
        {
            return ApiResult.Fail("thread_not_found");
        }

        var thread = asked.IsRoot ? visible.Where(message => message.Ts == asked.Ts || message.ThreadTs == asked.Ts) : [asked];
        return Answer(call, channel, thread, MostOfReplies);
    }

    private static IEnumerable<SlackMessage> Visible(ApiCall call, SlackChannel channel)
    {
        var horizon = call.World.Time.GetUtcNow() - call.World.ReadDelay;
        return channel.Messages.Where(message => message.PostedAt <= horizon);
    }

    private static ApiResult Answer(ApiCall call, SlackChannel channel, IEnumerable<SlackMessage> messages, int most)
    {
        var (oldest, latest) = (
            SlackTimestamps.Parse(call.Arguments.Text("oldest") ?? "0"),
            SlackTimestamps.Parse(call.Arguments.Text("latest") ?? "99999999999")
        );
        if (oldest is null || latest is null)
        {
            return ApiResult.Fail(oldest is null ? "invalid_ts_oldest" : "invalid_ts_latest");
        }

        var inclusive = call.Arguments.Flag("inclusive") == true;
        bool Within(SlackMessage message) =>
            SlackTimestamps.Parse(message.Ts) is { } ts && (inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest);

        // A thread always begins with its root.
        var range = messages.Where(message => Within(message) || (call.Method.Name == "conversations.replies" && message.IsRoot)).ToList();
        var whole = call.Arguments.Flag("include_all_metadata") == true;
        var result = Paging.Page(
            call,
            "messages",
            range,
            message => MessageJson.Of(message, channel, call.World, whole, call.World.LeftOutOfHistory),
            Usual,
            most
        );
        if (result.Error is null)
        {
            call.Note(LogKind.Read, $"{range.Count} messages");
        }

        return result;
    }
}
