using Bot.Chat;

namespace Bot.Slack.Setup;

/// <summary>A scope that the bot asks for, and why (https://docs.slack.dev/reference/scopes).</summary>
public sealed record SlackScope(string Name, LocalizedText Reason)
{
    /// <summary>Of the bot token: everything the bot does, and nothing beside it.</summary>
    public static IReadOnlyList<SlackScope> Bot { get; } =
    [
        new("app_mentions:read", new("@メンションの質問にスレッドで答えるため", "to answer questions that mention the bot, in their thread")),
        new("channels:history", new("返事のなかった投稿が届いたかを、公開チャンネルで確かめるため（二重投稿を防ぎます）", "to see in public channels whether a post that got no answer arrived, so that none is posted twice")),
        new("channels:read", new("公開チャンネルに投稿できるかを、登録の前に確かめるため", "to check a public channel before it is subscribed")),
        new("chat:write", new("投稿・訂正・取り下げのため", "to post, correct and take down")),
        new("commands", new("スラッシュコマンドのため", "for the slash commands")),
        new("groups:history", new("返事のなかった投稿が届いたかを、非公開チャンネルで確かめるため", "to see in private channels whether a post that got no answer arrived")),
        new("groups:read", new("非公開チャンネルに投稿できるかを、登録の前に確かめるため", "to check a private channel before it is subscribed")),
        new("users:read", new("管理者かどうかと、答える言語を知るため", "to know who is an admin and in which language to answer")),
    ];

    /// <summary>Of the app-level token, for Socket Mode.</summary>
    public static SlackScope Connections { get; } = new("connections:write", new("Socket Mode の接続のため", "for the connection of Socket Mode"));
}
