using Bot.Emulators.Log;
using Bot.Emulators.Slack.World;
using Bot.Emulators.TestChat;

namespace Bot.Emulators.Slack.Api;

/// <summary>One call of a method, with its token already verified.</summary>
public sealed class ApiCall(SlackServer server, ApiMethod method, long request, Arguments arguments, SlackToken? token)
{
    public SlackServer Server { get; } = server;

    public SlackWorld World => Server.World;

    public ApiMethod Method { get; } = method;

    public Arguments Arguments { get; } = arguments;

    /// <summary>Null for a method without a token.</summary>
    public SlackToken? Token { get; } = token;

    public SlackWorkspace Workspace => World.Workspaces[Token!.Workspace];

    /// <summary>The full header; empty if absent.</summary>
    public string Authorization { get; init; } = "";

    public List<string> Warnings { get; } = [];

    /// <summary>Answer as if successful, but store nothing.</summary>
    public bool IsSwallowed { get; init; }

    /// <summary>The channel argument, resolved if the token's workspace knows it.</summary>
    public string ChannelName
    {
        get
        {
            var named = Arguments.Text("channel") ?? Arguments.Text("channel_id") ?? "";
            var team = Token?.Workspace ?? "";
            var id = World.Workspaces.GetValueOrDefault(team)?.Find(named)?.Id ?? named;
            return $"{team}/{id}";
        }
    }

    public bool HasScope(string scope) => Token?.Scopes.Contains(scope) == true;

    public LogEntry Entry(long sequence, LogKind kind) =>
        new(sequence, World.Time.GetUtcNow(), kind, Method.Operation, ChannelName)
        {
            Request = request,
            Method = Method.Name,
            Token = Token is null ? null : ChatCall.Fingerprint(Token.Value),
        };

    public void Note(LogKind kind, string? detail = null) => Server.Log.Append(sequence => Entry(sequence, kind) with { Detail = detail });

    public void Note(LogKind kind, SlackMessage message, string? detail = null) =>
        Server.Log.Append(sequence =>
            Entry(sequence, kind) with
            {
                Channel = $"{Token?.Workspace}/{message.Channel}",
                Thread = message.IsRoot ? null : message.ThreadTs,
                Key = message.Key ?? "",
                MessageId = message.Ts,
                TextHash = ChatRooms.Hash(message.Text),
                Pings = message.Pings,
                Detail = detail,
            }
        );
}
