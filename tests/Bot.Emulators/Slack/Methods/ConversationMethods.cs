using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Methods;

/// <summary>conversations.info, list, members, join and open.</summary>
internal static class ConversationMethods
{
    private const int Most = 1000;

    public static ApiResult Info(ApiCall call)
    {
        if (Channels.Seen(call, out var channel) is { } refused)
        {
            return refused;
        }

        var scope =
            channel.IsDirect ? "im:read"
            : channel.IsPrivate ? "groups:read"
            : "channels:read";
        return call.HasScope(scope)
            ? ApiResult.Ok(new JsonObject { ["channel"] = channel.ToJson() })
            : ApiResult.MissingScope(scope, call.Token!.Scopes);
    }

    public static ApiResult List(ApiCall call)
    {
        var types = (call.Arguments.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        if (!types.All(type => type is "public_channel" or "private_channel" or "im" or "mpim"))
        {
            return ApiResult.Fail("invalid_types");
        }

        if (types.Select(ScopeOf).FirstOrDefault(scope => !call.HasScope(scope)) is { } missing)
        {
            return ApiResult.MissingScope(missing, call.Token!.Scopes);
        }

        var hidesArchived = call.Arguments.Flag("exclude_archived") == true;
        var channels = Existing(call)
            .Where(channel =>
                types.Contains(TypeOf(channel)) && !(hidesArchived && channel.IsArchived) && (!channel.IsPrivate || channel.IsMember)
            )
            .ToList();
        return Paging.Page(call, "channels", channels, channel => channel.ToJson(), 100, Most);
    }

    public static ApiResult Members(ApiCall call) =>
        Channels.Seen(call, out var channel)
        ?? Paging.Page(
            call,
            "members",
            [.. channel.Members, .. channel.IsMember ? [call.Workspace.BotUser] : Array.Empty<string>()],
            user => (JsonNode)user,
            100,
            Most
        );

    /// <summary>A bot can join only public channels; it must be invited to private ones.</summary>
    public static ApiResult Join(ApiCall call)
    {
        if (Channels.Seen(call, out var channel) is { } refused)
        {
            return refused;
        }

        if (channel.IsPrivate || channel.IsArchived)
        {
            return ApiResult.Fail(channel.IsArchived ? "is_archived" : "method_not_supported_for_channel_type");
        }

        var wasMember = channel.IsMember;
        channel.IsMember = true;
        var result = ApiResult.Ok(new JsonObject { ["channel"] = channel.ToJson() });
        if (wasMember)
        {
            result.Warnings.Add("already_in_channel");
        }

        return result;
    }

    public static ApiResult Open(ApiCall call)
    {
        if (call.Arguments.Text("users") is not { Length: > 0 } users)
        {
            return ApiResult.Fail("users_list_not_supplied");
        }

        if (!call.Workspace.Users.ContainsKey(users))
        {
            return ApiResult.Fail("user_not_found");
        }

        var direct = call.World.OpenDirect(call.Workspace.Id, users);
        return ApiResult.Ok(
            new JsonObject
            {
                ["no_op"] = false,
                ["already_open"] = false,
                ["channel"] = new JsonObject { ["id"] = direct.Id },
            }
        );
    }

    internal static IEnumerable<SlackChannel> Existing(ApiCall call) => call.Workspace.Channels.Values.Where(channel => !channel.IsGone);

    private static string ScopeOf(string type) =>
        type switch
        {
            "private_channel" => "groups:read",
            "im" => "im:read",
            "mpim" => "mpim:read",
            _ => "channels:read",
        };

    internal static string TypeOf(SlackChannel channel) =>
        channel.IsDirect ? "im"
        : channel.IsPrivate ? "private_channel"
        : "public_channel";
}
