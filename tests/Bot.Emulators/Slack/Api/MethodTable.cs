using Bot.Emulators.Slack.Methods;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Api;

/// <summary>The supported methods, with scopes, per-minute limits and body types from Slack's reference.</summary>
internal static class MethodTable
{
    private const int Tier1 = 1;
    private const int Tier2 = 20;
    private const int Tier3 = 50;
    private const int Tier4 = 100;

    private static readonly string[] History = ["channels:history", "groups:history", "im:history"];
    private static readonly string[] Reading = ["channels:read", "groups:read", "im:read"];

    private static readonly Dictionary<string, ApiMethod> Methods = new ApiMethod[]
    {
        new("auth.test", AuthMethods.Test) { AcceptsJson = true },
        new("apps.connections.open", AuthMethods.OpenConnection)
        {
            Token = SlackTokenKind.App,
            Scopes = ["connections:write"],
            AcceptsJson = true,
            PerMinute = Tier3,
        },
        new("chat.postMessage", ChatPosting.PostMessage) { Scopes = ["chat:write"], AcceptsJson = true },
        new("chat.postEphemeral", ChatPosting.PostEphemeral)
        {
            Scopes = ["chat:write"],
            AcceptsJson = true,
            PerMinute = Tier4,
        },
        new("chat.update", ChatChanging.Update)
        {
            Scopes = ["chat:write"],
            AcceptsJson = true,
            PerMinute = Tier3,
        },
        new("chat.delete", ChatChanging.Delete)
        {
            Scopes = ["chat:write"],
            AcceptsJson = true,
            PerMinute = Tier3,
        },
        new("chat.getPermalink", ChatChanging.GetPermalink),
        new("conversations.history", ConversationReading.History)
        {
            Scopes = History,
            AcceptsJson = true,
            PerMinute = Tier3,
        },
        new("conversations.replies", ConversationReading.Replies)
        {
            Scopes = History,
            AcceptsJson = true,
            PerMinute = Tier3,
        },
        new("conversations.info", ConversationMethods.Info) { Scopes = Reading, PerMinute = Tier3 },
        new("conversations.list", ConversationMethods.List) { Scopes = Reading, PerMinute = Tier2 },
        new("conversations.members", ConversationMethods.Members) { Scopes = Reading, PerMinute = Tier4 },
        new("conversations.join", ConversationMethods.Join)
        {
            Scopes = ["channels:join"],
            AcceptsJson = true,
            PerMinute = Tier3,
        },
        new("conversations.open", ConversationMethods.Open)
        {
            Scopes = ["im:write", "mpim:write"],
            AcceptsJson = true,
            PerMinute = Tier3,
        },
        new("users.info", UserMethods.Info) { Scopes = ["users:read"], PerMinute = Tier4 },
        new("users.conversations", UserMethods.Conversations) { Scopes = Reading, PerMinute = Tier3 },
        new("views.open", ViewMethods.Open) { AcceptsJson = true, PerMinute = Tier4 },
        new("views.push", ViewMethods.Push) { AcceptsJson = true, PerMinute = Tier4 },
        new("views.update", ViewMethods.Update) { AcceptsJson = true, PerMinute = Tier4 },
        new("views.publish", ViewMethods.Publish) { AcceptsJson = true, PerMinute = Tier4 },
        new("files.getUploadURLExternal", FileMethods.GetUploadUrl) { Scopes = ["files:write"], PerMinute = Tier4 },
        new("files.completeUploadExternal", FileMethods.Complete)
        {
            Scopes = ["files:write"],
            AcceptsJson = true,
            PerMinute = Tier4,
        },
        new("files.info", FileMethods.Info) { Scopes = ["files:read"], PerMinute = Tier4 },
        new("oauth.v2.access", OAuthMethods.Access) { Token = null },
        new("auth.revoke", OAuthMethods.Revoke) { PerMinute = Tier3 },
        new("apps.uninstall", OAuthMethods.Uninstall) { PerMinute = Tier1 },
        new("blocks.validate", BlockMethods.Validate) { Token = null, AcceptsJson = true },
    }.ToDictionary(method => method.Name);

    public static ApiMethod? Find(string name) => Methods.GetValueOrDefault(name);
}
