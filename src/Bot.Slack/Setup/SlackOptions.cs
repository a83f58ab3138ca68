using Bot.Chat.Options;

namespace Bot.Slack.Setup;

/// <summary>How Slack's commands, buttons and events reach the bot.</summary>
public enum SlackMode
{
    /// <summary>Slack calls <c>/slack/*</c>; the bot must be reachable over https.</summary>
    Http,

    /// <summary>The bot holds WebSockets to Slack; nothing need be reachable.</summary>
    Socket,
}

/// <summary>The section <c>Slack</c> of the configuration. Without a bot token and without a client id Slack is off.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    public SlackMode Mode { get; init; } = SlackMode.Http;

    /// <summary>Bot token (<c>xoxb-…</c>) of one workspace; it becomes an installation at start. Secret.</summary>
    public string BotToken
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>App-level token (<c>xapp-…</c>) with <c>connections:write</c>; for Socket Mode. Secret.</summary>
    public string AppToken
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>Signs what Slack sends over HTTP. Secret.</summary>
    public string SigningSecret
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>The secret before it, accepted beside it while it is being changed (Slack: for 24 hours); empty: none. Secret.</summary>
    [FormerName("FormerSigningSecret")]
    public string PreviousSigningSecret
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>For installing into further workspaces (OAuth).</summary>
    public string ClientId
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>For installing into further workspaces (OAuth). Secret.</summary>
    public string ClientSecret
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>Where the Web API is, with a slash at the end.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://slack.com/api/");

    /// <summary>
    /// Messages that a channel gets without waiting before the pace of one a second holds; Slack tolerates short bursts but says nothing of
    /// their size. 1 to 10, default 1.
    /// </summary>
    public int ChannelBurst { get; init; } = 1;

    /// <summary>Between two messages to one channel: "one per second per channel". 0 to 1 min, default 1 s.</summary>
    public TimeSpan ChannelInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Messages a workspace gets in a minute, all channels together; Slack says "several hundred". 0: no bound. Default 300.
    /// </summary>
    public int WorkspacePerMinute { get; init; } = 300;

    /// <summary>
    /// When the last reply of a thread is posted, each heading of the root's contents becomes a link to its reply. Default true.
    /// </summary>
    public bool LinkContents { get; init; } = true;

    /// <summary>Slack is set up: the bot posts to it.</summary>
    public bool IsOn => BotToken.Length > 0 || ClientId.Length > 0;
}
