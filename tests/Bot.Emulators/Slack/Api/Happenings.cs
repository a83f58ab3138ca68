namespace Bot.Emulators.Slack.Api;

/// <summary>
/// Events caused by people and admins while the bot works, by their names in scripts: <c>revoke-token</c>,
/// <c>uninstall</c>, <c>archive-channel</c>, <c>remove-channel</c>, <c>remove-bot</c>, <c>invite-bot</c>,
/// <c>make-private</c>, <c>delete-root</c>, <c>remove-scope NAME</c>, <c>read-only</c>, <c>thread-only</c>, <c>post
/// NOISE</c> (a person writes into the same thread).
/// </summary>
internal static class Happenings
{
    /// <exception cref="ArgumentException">Not in the list.</exception>
    public static void Play(SlackServer server, string happening, ApiCall call)
    {
        var (word, rest) = happening.Split(' ', 2) is [var first, var tail] ? (first, tail) : (happening, "");
        var channel = call.Token is null ? null : call.Workspace.Channels.GetValueOrDefault(call.ChannelName.Split('/')[1]);
        switch (word)
        {
            case "revoke-token":
                call.Token!.Error = "token_revoked";
                break;
            case "uninstall":
                server.World.Revoke(call.Token!.Workspace, "account_inactive");
                break;
            case "remove-scope":
                call.Token!.Scopes.Remove(rest);
                break;
            case "archive-channel":
                channel!.IsArchived = true;
                break;
            case "remove-channel":
                channel!.IsGone = true;
                break;
            case "remove-bot":
                channel!.IsMember = false;
                break;
            case "invite-bot":
                channel!.IsMember = true;
                break;
            case "make-private":
                channel!.IsPrivate = true;
                break;
            case "read-only":
                channel!.IsReadOnly = true;
                break;
            case "thread-only":
                channel!.IsThreadOnly = true;
                break;
            case "delete-root":
                server.DeleteMessage(channel!.Id, call.Arguments.Text("thread_ts") ?? "");
                break;
            case "post":
                server.PostAsPerson(channel!.Id, rest, call.Arguments.Text("thread_ts"));
                break;
            default:
                throw new ArgumentException($"Nobody can {happening}.", nameof(happening));
        }
    }
}
