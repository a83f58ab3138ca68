using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Api;

/// <summary>A Web API method: who may call it and what it does.</summary>
/// <param name="Name">As in the address: <c>chat.postMessage</c>.</param>
/// <param name="Handle">Runs under the world's gate.</param>
public sealed record ApiMethod(string Name, Func<ApiCall, ApiResult> Handle)
{
    /// <summary>Kind of token it takes; null: none.</summary>
    public SlackTokenKind? Token { get; init; } = SlackTokenKind.Bot;

    /// <summary>Any one of these is enough; empty: none needed.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Calls a minute for a workspace when method limits are on; 0: none.</summary>
    public int PerMinute { get; init; }

    /// <summary>Reads a JSON body.</summary>
    public bool AcceptsJson { get; init; }

    /// <summary>The log's and the script's word: <c>send</c>, <c>find</c>, <c>edit</c>, <c>delete</c>, else the name.</summary>
    public string Operation => Name switch
    {
        "chat.postMessage" => "send",
        "conversations.history" or "conversations.replies" => "find",
        "chat.update" => "edit",
        "chat.delete" => "delete",
        _ => Name,
    };
}
