using Bot.Chat.Options;

namespace Bot.Slack.Setup;

/// <summary>How Slack's commands, buttons and events reach the bot.</summary>
public enum SlackMode
{
    /// <summary>Slack calls <c>/slack/*</c>; the bot must be reachable over https.</summary>
    Http,

    /// <summary>The bot holds WebSockets to Slack and need not be reachable.</summary>
    Socket,
}

/// <summary>The configuration section <c>Slack</c>. Without a bot token and a client id Slack is off.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    public SlackMode Mode { get; init; } = SlackMode.Http;

    /// <summary>Bot token (<c>xoxb-…</c>) of one workspace; becomes an installation at the start. Secret.</summary>
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

    /// <summary>The previous secret, still accepted while it is being rotated (Slack: for 24 hours); empty: none. Secret.</summary>
    [FormerName("FormerSigningSecret")]
    public string PreviousSigningSecret
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>For installation in further workspaces (OAuth).</summary>
    public string ClientId
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>For installation in further workspaces (OAuth). Secret.</summary>
    public string ClientSecret
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>Base address of the Web API, with a trailing slash.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://slack.com/api/");

    /// <summary>
    /// Messages that a channel gets at once before the pace of one a second applies; Slack tolerates short bursts but does not say how
    /// long. 1 to 10, default 1.
    /// </summary>
    public int ChannelBurst { get; init; } = 1;

    /// <summary>Interval between two messages to one channel: "one per second per channel". 0 to 1 min, default 1 s.</summary>
    public TimeSpan ChannelInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Messages per minute for a workspace, over all channels; Slack says "several hundred". 0: no limit. Default 300.</summary>
    public int WorkspacePerMinute { get; init; } = 300;

    /// <summary>
    /// Turns each heading of the root's contents into a link to its reply once a thread's last reply is posted. Default true.
    /// </summary>
    public bool LinkContents { get; init; } = true;

    /// <summary>
    /// Draws the charts of answers as blocks of Slack's own (<c>data_visualization</c>, since June 2026) above their text form. Default
    /// false: an older plan or client may refuse or hide them.
    /// </summary>
    public bool Charts { get; init; }

    /// <summary>
    /// Commands that stand alone (<c>/funding</c>); all others are typed after <c>/briefing</c>, which always stands alone. Empty: the
    /// default set. The manifest must be printed again.
    /// </summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>
    /// What begins every command, where another app has the plain names: <c>ai-</c> makes <c>/ai-funding</c>. At most 16 of a to z, digits,
    /// hyphen, underscore; empty for nothing. The manifest must be printed again.
    /// </summary>
    public string CommandPrefix { get; init; } = "";

    /// <summary>Whether Slack is set up, so that the bot posts to it.</summary>
    public bool IsOn => BotToken.Length > 0 || ClientId.Length > 0;
}
