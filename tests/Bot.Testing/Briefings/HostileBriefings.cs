namespace Bot.Testing.Briefings;

/// <summary>
/// Briefings whose text tries to inject something active, mislead, or break readers and renderers; the same for every
/// platform.
/// </summary>
public static class HostileBriefings
{
    /// <summary>Mentions that notify someone on some platform, and lookalikes (faults F1).</summary>
    public static IReadOnlyList<string> Mentions { get; } =
    [
        "@everyone",
        "@here",
        "@channel",
        "<!channel>",
        "<!here>",
        "<!everyone>",
        "<!subteam^S0000000001>",
        "<!subteam^S0000000001|@team>",
        "<@U0000000001>",
        "<@U0000000001|hanako>",
        "<@W0000000001>",
        "<#C0000000001>",
        "<#C0000000001|general>",
        "<@1456000000000000009>",
        "<@!1456000000000000009>",
        "<@&1456000000000000123>",
        "<#1456000000000000003>",
        "</funding:1456000000000000020>",
        "<id:customize>",
        "@\u200Beveryone",
        "＠everyone",
        "@ｅｖｅｒｙｏｎｅ",
        "@\u2060here",
        "\\@everyone",
        "\\<@U0000000001>",
        "&lt;!channel&gt;",
        "&#64;everyone",
        "&#60;!here&#62;",
        "@hanako",
        "<!date^1767225600^{date}|x>",
    ];

    /// <summary>Forbidden link targets (faults F2).</summary>
    public static IReadOnlyList<string> Schemes { get; } =
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "slack://open",
        "discord://-/x",
        "tel:110",
        "//evil.example/x",
        "&#106;avascript:alert(1)",
    ];

    /// <summary>Markdown that is broken or designed to break a reader (faults F3).</summary>
    public static IReadOnlyDictionary<string, string> Malformed { get; } =
        new Dictionary<string, string>
        {
            ["unclosed fence"] = "```\n本文 @everyone\n\n## 見出しに見えるもの\n",
            ["crossed emphasis"] = "**太*字**斜*体 ~~消_し~~_ ***三つ** *二つ***\n",
            ["broken table"] = "| 甲 | 乙 |\n|---|\n| a | b | c |\n| d\n|---|---|---|\n||||\n",
            ["deep quotes"] = new string('>', 500) + " 底\n",
            ["deep list"] = string.Concat(Enumerable.Range(0, 200).Select(depth => $"{new string(' ', depth * 2)}- 深さ{depth}\n")),
            ["deep brackets"] = new string('[', 5_000) + "x" + new string(']', 5_000) + "\n",
            ["deep emphasis"] = string.Concat(Enumerable.Repeat("*_", 2_000)) + "x\n",
            ["a line of a megabyte"] = string.Concat(Enumerable.Repeat("長い行です。", 60_000)) + "\n",
            ["nul and controls"] = "前\0後 \u0001\u0008\u001B[31m赤\u007F\n",
            ["lone surrogates"] = "前\uD83D後 \uDE00 と \uD83D\uD83D\n",
            ["byte order marks"] = "\uFEFF- 一\uFEFF\n\uFEFF- 二\n",
            ["mixed line ends"] = "一\r\n\r\n- 二\r- 三\n\r\n> 四\r\r",
            ["right to left"] = "\u202Egnp.exe\u202C と \u2066\u202D[公式](https://a.example/\u202Egnp)\u2069\n",
            ["html"] = "<script>alert(1)</script><img src=x onerror=alert(1)><!-- \n\n本文\n\n--> <a href=\"javascript:alert(1)\">x</a>\n",
            ["link definitions"] = "[a]: javascript:alert(1)\n[b]: <https://x.example/ a> 't'\n\n[a] [b] [c][a]\n",
            ["nothing but marks"] = "***\n\n___\n\n---\n\n|||\n\n>\n\n-\n\n1.\n\n``` ```\n",
        };

    /// <summary>Briefings with missing or duplicated parts (faults F6).</summary>
    public static IReadOnlyDictionary<string, string> Sparse { get; } =
        new Dictionary<string, string>
        {
            ["only a title"] = "# 朝刊 2026年3月4日：見出し\n",
            ["a title of a date alone"] = "# 2026年3月4日\n\n## 港\n\n本文です。\n",
            ["sections without anything"] = "# 朝刊 2026年3月4日：見出し\n\n## 港\n\n## 🔥 基盤技術のニュース\n\n---\n\n## 参考文献\n",
            ["a heading without words"] = "# 朝刊 2026年3月4日：見出し\n\n## \n\n本文です。\n\n## \u200B\n\n続きです。\n",
            ["headings that come twice"] = "# 朝刊 2026年3月4日：見出し\n\n## 港\n\n一度目です。\n\n## 港\n\n二度目です。\n\n## 港\n",
            ["a table without rows"] = "# 朝刊 2026年3月4日：見出し\n\n## スタートアップの資金調達\n\n| 企業名 | 調達額 |\n|---|---|\n",
            ["only sources"] = "# 朝刊 2026年3月4日：見出し\n\n## 参考文献\n\n[1] A社. (2026, January 5). *甲*. https://a.example/1\n",
            ["a lead and no section"] = "# 朝刊 2026年3月4日：見出し\n\n要旨だけです。\n",
            ["nothing that can be seen"] = "# 朝刊 2026年3月4日：見出し\n\n\u200B\n\n## 港\n\n\u200B\u2060\n",
        };

    /// <summary>A briefing with the given words everywhere a briefing can have text.</summary>
    public static string Everywhere(string words) =>
        $"""
            # 朝刊 2026年3月4日：見出し {words}

            要旨 {words} です。**{words}**

            ## 🔥 基盤技術のニュース {words}

            - **Quietwater、{words} を公開**: 本文 {words} です [1]。
            - *{words}* と ~~{words}~~ と `{words}` と [錨 {words}](https://dock.example/a)

            ### 小見出し {words}

            > 引用 {words}

            1. 番号 {words}

            ```
            code {words}
            ```

            ## スタートアップの資金調達

            | 企業名 {words} | 概要 | 調達額 | 投資家 | 備考 {words} |
            | --- | --- | --- | --- | --- |
            | **Quietwater {words}** | 見張り {words} | 12億円 {words} | Pier Partners {words} | {words} [1] |

            ## 詳細分析

            | 観点 {words} | 甲 |
            | --- | --- |
            | {words} | 乙 {words} |

            ## 包括的展望

            ### 短期（〜1年） {words}

            **見張りの自動化 {words}** が進みます {words}。

            ## 参考文献

            [1] Harbour Post {words}. (2026, January 5). *Lights {words}*. https://harbourpost.example/lights
            """;
}
