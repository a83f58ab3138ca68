using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;

namespace Bot.Emulators.Slack.Methods;

/// <summary>users.info and users.conversations.</summary>
internal static class UserMethods
{
    public static ApiResult Info(ApiCall call) =>
        call.Arguments.Text("user") is { } id && call.Workspace.Users.TryGetValue(id, out var user)
            ? ApiResult.Ok(new JsonObject { ["user"] = user.ToJson(call.Arguments.Flag("include_locale") == true) })
            : ApiResult.Fail("user_not_found");

    /// <summary>The conversations of the bot or another member.</summary>
    public static ApiResult Conversations(ApiCall call)
    {
        var user = call.Arguments.Text("user") ?? call.Workspace.BotUser;
        var types = (call.Arguments.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        var hidesArchived = call.Arguments.Flag("exclude_archived") == true;
        var channels = ConversationMethods
            .Existing(call)
            .Where(channel =>
                types.Contains(ConversationMethods.TypeOf(channel))
                && !(hidesArchived && channel.IsArchived)
                && (user == call.Workspace.BotUser ? channel.IsMember : channel.Members.Contains(user))
            )
            .ToList();
        return Paging.Page(call, "channels", channels, channel => channel.ToJson(), 100, 999);
    }
}
