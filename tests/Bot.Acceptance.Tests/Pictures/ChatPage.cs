using System.Net;
using System.Text.Json;

namespace Bot.Acceptance.Tests.Pictures;

/// <summary>A phone's screen with messages, in each platform's manner.</summary>
internal static class ChatPage
{
    private const string Common = """
        body { margin: 0; padding: 14px 12px; width: 375px; box-sizing: border-box; overflow-wrap: anywhere; line-break: strict; }
        article { display: grid; grid-template-columns: 36px 1fr; gap: 0 10px; } article + article { margin-top: 18px; }
        .face { width: 36px; height: 36px; background: #1f4e9c; color: #fff; display: grid; place-items: center; font-weight: 700; }
        .who { font-weight: 700; } .who span { font-weight: 400; font-size: 12px; margin-left: 6px; opacity: .75; }
        .private { font-size: 12px; opacity: .75; margin: 0 0 4px 46px; }
        h2, h3, p, ul { margin: 0; } ul { padding-left: 26px; } article > div { min-width: 0; } hr { border: 0; margin: 10px 0; }
        blockquote { margin: 6px 0; padding-left: 10px; } .actions { display: flex; flex-wrap: wrap; gap: 8px; }
        table { border-collapse: collapse; width: 100%; font-size: 13px; margin: 8px 0; } th, td { text-align: left; vertical-align: top; padding: 5px 7px; }
        """;

    private const string Slack = """
        body { background: #fff; color: #1d1c1d; font: 15px/1.5 Lato, "Noto Sans CJK JP", "Noto Sans JP", sans-serif; }
        .face { border-radius: 6px; } h2 { font-size: 17px; line-height: 1.4; } a { color: #1264a3; } hr { border-top: 1px solid #ddd; }
        h2 + p, h2 + div, p + div, div + div, p + p, div + p { margin-top: 8px; } div { white-space: pre-wrap; } article, .who, .face { white-space: normal; }
        .small { font-size: 13px; color: #616061; } blockquote { border-left: 4px solid #ddd; }
        button { font-family: inherit; font-weight: 700; font-size: 13px; padding: 8px 12px; border: 1px solid #bbb; border-radius: 8px; background: #fff; color: #1d1c1d; }
        th, td { border: 1px solid #ddd; } th { background: #f8f8f8; } td div + div { margin: 0; }
        """;

    private const string Discord = """
        body { background: #313338; color: #dbdee1; font: 15px/1.45 "gg sans", "Noto Sans CJK JP", "Noto Sans JP", sans-serif; }
        .face { border-radius: 50%; } h2 { font-size: 20px; line-height: 1.35; color: #f2f3f5; } h3 { font-size: 17px; color: #f2f3f5; } a { color: #00a8fc; }
        .small { font-size: 12.5px; color: #a6a9b0; } .blank { height: 9px; } .item::before { content: "• "; } blockquote { border-left: 4px solid #4e5058; margin: 0; }
        section { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid; border-radius: 8px; padding: 11px 12px; }
        section > div + div, section > div + p, div + .actions { margin-top: 8px; } hr { border-top: 1px solid #3f4147; }
        button { font-family: inherit; font-weight: 500; font-size: 13px; padding: 9px 14px; border: 0; border-radius: 8px; background: #4e5058; color: #fff; }
        .who { color: #f2f3f5; } .who i { font-style: normal; background: #5865f2; color: #fff; border-radius: 4px; font-size: 10px; padding: 1px 4px; margin-left: 5px; }
        """;

    /// <param name="isPrivate">Says that only the asker sees it.</param>
    public static string OfSlack(IEnumerable<JsonElement> messages, string? isPrivate = null) =>
        Page(Slack, messages.Select(message => Message(BlockKitPicture.Of(message), "", isPrivate)));

    public static string OfDiscord(IEnumerable<JsonElement> messages, string? isPrivate = null) =>
        Page(Discord, messages.Select(message => Message(DiscordPicture.Of(message), "<i>APP</i>", isPrivate)));

    private static string Message(string body, string badge, string? isPrivate) =>
        (isPrivate is null ? "" : $"<p class=private>{WebUtility.HtmlEncode(isPrivate)}</p>")
        + $"<article><div class=face>B</div><div><div class=who>Briefing{badge}<span>7:30</span></div>{body}</div></article>";

    private static string Page(string style, IEnumerable<string> messages) =>
        $"<!DOCTYPE html><meta charset=utf-8><style>{Common}{style}</style><body>{string.Concat(messages)}</body>";
}
