using Bot.Discord.Rendering;

namespace Bot.Discord.Api;

/// <summary>Discord's limits, each with its source. Characters are Unicode code points, as Discord's server counts them.</summary>
public static class DiscordLimits
{
    /// <summary>For a message's content. https://discord.com/developers/docs/resources/message#create-message</summary>
    public const int ContentCharacters = 2000;

    /// <summary>
    /// Flags that a forum post's first message may have. The page names these two and does not mention the one for components
    /// (https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel), so such a message is content and
    /// buttons, which every page allows. If components turn out to be accepted there, add their flag.
    /// </summary>
    public const MessageFlags ForumStarterFlags = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications;

    /// <summary>
    /// For all text displays of a message together. https://github.com/discord/discord-api-docs/pull/8562; refused as
    /// COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED.
    /// </summary>
    public const int TextCharacters = 4000;

    /// <summary>
    /// UTF-8 bytes of a message's texts and labels. Undocumented: above about 10,170 the server fails with 500
    /// (https://github.com/discord/discord-api-docs/issues/8554), which Japanese reaches long before 4,000 characters.
    /// </summary>
    public const int TextBytes = 9000;

    /// <summary>Per message, nested ones included. https://discord.com/developers/docs/components/reference</summary>
    public const int Components = 40;

    /// <summary>https://discord.com/developers/docs/components/reference#action-row</summary>
    public const int ButtonsInRow = 5;

    /// <summary>https://discord.com/developers/docs/components/reference#button</summary>
    public const int ButtonLabel = 80;

    /// <summary>For a link button. https://discord.com/developers/docs/components/reference#button</summary>
    public const int ButtonUrl = 512;

    /// <summary>https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id</summary>
    public const int CustomId = 100;

    /// <summary>https://discord.com/developers/docs/resources/message#create-message</summary>
    public const int Nonce = 25;

    /// <summary>https://discord.com/developers/docs/resources/channel#start-thread-from-message</summary>
    public const int ThreadName = 100;

    /// <summary>https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel</summary>
    public const int ForumTags = 5;

    /// <summary>https://discord.com/developers/docs/resources/message#get-channel-messages</summary>
    public const int MessagesPerPage = 100;

    /// <summary>Left free in every message for the line that mentions a role.</summary>
    internal const int MentionCharacters = 32;

    /// <summary>Like <see cref="MentionCharacters"/>.</summary>
    internal const int MentionComponents = 1;
}
