using Bot.Archive.Subscriptions;
using Bot.Chat.Commands;

namespace Bot.Answers.Watches;

/// <summary>Whose watches a call is about.</summary>
internal static class PersonalCall
{
    /// <summary>Null if the platform does not say who asks: the command line, the web channel.</summary>
    public static WatchOwner? OwnerOf(CommandCall call) =>
        call.User.Length == 0 || call.Workspace.Length == 0 ? null : new WatchOwner(call.Platform, call.Workspace, call.User);
}
