using Bot.Chat.Options;

namespace Bot.Discord.Setup;

/// <summary>How Discord's commands and buttons reach the bot.</summary>
public enum DiscordMode
{
    /// <summary>The bot holds a WebSocket to Discord and need not be reachable.</summary>
    Gateway,

    /// <summary>Discord calls <c>/discord/interactions</c>; the bot must be reachable over https.</summary>
    Http,
}

/// <summary>The configuration section <c>Discord</c>. Without a token Discord is off.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    public DiscordMode Mode { get; init; } = DiscordMode.Gateway;

    /// <summary>Bot token. Secret.</summary>
    public string Token
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>Id of the application, from its general information.</summary>
    public string ApplicationId
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>Verifies what Discord sends over HTTP: 64 hexadecimal digits, from the application's general information.</summary>
    public string PublicKey
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>The previous key, still accepted while Discord changes from one to the other; usually empty.</summary>
    public string PreviousPublicKey
    {
        get;
        init => field = TokenText.Trimmed(value);
    } = "";

    /// <summary>Base address of the API, with its version and a trailing slash.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://discord.com/api/v10/");

    /// <summary>How often to check the permissions in every subscribed channel. 5 minutes to a day, default 1 h.</summary>
    public TimeSpan PermissionCheck { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Identifies the bot in every request; Cloudflare turns away requests without one.
    /// https://discord.com/developers/docs/reference#user-agent
    /// </summary>
    internal string UserAgent =>
        $"DiscordBot (https://discord.com/developers/applications/{ApplicationId}, {typeof(DiscordOptions).Assembly.GetName().Version?.ToString(3)})";

    /// <summary>Whether Discord is set up, so that the bot posts to it.</summary>
    public bool IsOn => Token.Length > 0;
}
