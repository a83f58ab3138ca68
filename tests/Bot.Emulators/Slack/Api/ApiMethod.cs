using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Api;

/// <summary>A Web API method: who may call it and what it does.</summary>
/// <param name="Name">As in the address: <c>chat.postMessage</c>.</param>
/// <param name="Handle">Runs under the world's gate.</param>
public sealed record ApiMethod(string Name, Func<ApiCall, ApiResult> Handle)
{
    /// <summary>Required kind of token; null for none.</summary>
    public SlackTokenKind? Token { get; init; } = SlackTokenKind.Bot;

    /// <summary>Any one of these suffices; empty if none is needed.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Calls per minute for a workspace if method limits are on; 0 for no limit.</summary>
    public int PerMinute { get; init; }

    /// <summary>Whether it accepts a JSON body.</summary>
    public bool AcceptsJson { get; init; }

    /// <summary>Name in the log and the script: <c>send</c>, <c>find</c>, <c>edit</c>, <c>delete</c>, else the method's name.</summary>
    public string Operation =>
        Name switch
        {
            "chat.postMessage" => "send",
            "conversations.history" or "conversations.replies" => "find",
            "chat.update" => "edit",
            "chat.delete" => "delete",
            _ => Name,
        };
}
