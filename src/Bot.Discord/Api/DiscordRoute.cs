namespace Bot.Discord.Api;

/// <summary>
/// One call, and what its rate limit is counted by: the generic route and its major parameter.
/// https://discord.com/developers/docs/topics/rate-limits
/// </summary>
/// <param name="Name">Method and generic path: <c>POST /channels/{channel}/messages</c>.</param>
/// <param name="Path">Relative to the base address, without a leading slash.</param>
/// <param name="Major">Id of the channel or guild; empty: none.</param>
internal sealed record DiscordRoute(HttpMethod Method, string Name, string Path, string Major)
{
    public static DiscordRoute CreateMessage(string channel) => Of(HttpMethod.Post, "channels", channel, "messages");

    public static DiscordRoute EditMessage(string channel, string message) =>
        Of(HttpMethod.Patch, "channels", channel, "messages/{id}", message);

    public static DiscordRoute DeleteMessage(string channel, string message) =>
        Of(HttpMethod.Delete, "channels", channel, "messages/{id}", message);

    public static DiscordRoute CrosspostMessage(string channel, string message) =>
        Of(HttpMethod.Post, "channels", channel, "messages/{id}/crosspost", message);

    public static DiscordRoute StartThreadFromMessage(string channel, string message) =>
        Of(HttpMethod.Post, "channels", channel, "messages/{id}/threads", message);

    public static DiscordRoute StartThreadInForum(string channel) => Of(HttpMethod.Post, "channels", channel, "threads");

    public static DiscordRoute GetMessage(string channel, string message) =>
        Of(HttpMethod.Get, "channels", channel, "messages/{id}", message);

    /// <param name="before">Id; returns the newest messages before it. Null: the newest of all.</param>
    public static DiscordRoute GetMessages(string channel, string? before, int limit) =>
        Of(HttpMethod.Get, "channels", channel, "messages") is var route
            ? route with
            {
                Path = FormattableString.Invariant($"{route.Path}?limit={limit}{(before is null ? "" : "&before=" + before)}"),
            }
            : route;

    public static DiscordRoute GetChannel(string channel) => Of(HttpMethod.Get, "channels", channel, "");

    public static DiscordRoute ModifyChannel(string channel) => Of(HttpMethod.Patch, "channels", channel, "");

    /// <param name="before">ISO 8601: returns those archived before it, latest first. Null: the latest of all.</param>
    public static DiscordRoute GetArchivedThreads(string channel, string? before) =>
        Of(HttpMethod.Get, "channels", channel, "threads/archived/public") is var route
            ? route with
            {
                Path = route.Path + "?limit=100" + (before is null ? "" : "&before=" + Uri.EscapeDataString(before)),
            }
            : route;

    public static DiscordRoute GetActiveThreads(string guild) => Of(HttpMethod.Get, "guilds", guild, "threads/active");

    public static DiscordRoute GetGuild(string guild) => Of(HttpMethod.Get, "guilds", guild, "");

    public static DiscordRoute GetMember(string guild, string user) => Of(HttpMethod.Get, "guilds", guild, "members/{id}", user);

    public static DiscordRoute GetCurrentUser { get; } = new(HttpMethod.Get, "GET /users/@me", "users/@me", "");

    /// <summary>https://docs.discord.com/developers/resources/user#create-dm</summary>
    public static DiscordRoute CreateDirectMessage { get; } = new(HttpMethod.Post, "POST /users/@me/channels", "users/@me/channels", "");

    private static DiscordRoute Of(HttpMethod method, string resource, string major, string rest, string id = "")
    {
        var below = rest.Length == 0 ? "" : "/" + rest;
        return new DiscordRoute(
            method,
            $"{method} /{resource}/{{major}}{below}",
            $"{resource}/{Uri.EscapeDataString(major)}{below.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal)}",
            major
        );
    }
}
