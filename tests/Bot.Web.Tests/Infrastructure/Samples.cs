using Bot.Briefings.Model;
using Bot.Chat.Messages;
using static Bot.Web.Tests.Infrastructure.Compose;

namespace Bot.Web.Tests.Infrastructure;

/// <summary>An invented briefing, composed as its posts.</summary>
public static class Samples
{
    public const string Series = "us-ai";

    public static DateOnly Date { get; } = new(2026, 1, 6);

    public static IReadOnlyList<Reference> Sources { get; } =
    [
        Source(1, "Harbor Wire", "港の積み込みを覚えたロボット"),
        Source(2, "Cedar Times", "Cedar & Pike \"Hands\" を公開"),
        Source(3, "Lumen Daily", "小型モデルの電力、半分に"),
        Source(4, "Deal Notes", "Tanager Labs、シリーズBで12億ドル"),
    ];

    public static Message Root() =>
        Message([
            Headline(2, "机の上から港へ出るロボットたち"),
            Small("1月6日(火)・US AI・約4分"),
            Small("前回(1/5)から 新規 2社・続報 1件"),
            Role(
                BlockRole.Deck,
                Text(
                    "きょうは、**研究室の中だけで動いていた手**が港の積み荷を扱いはじめた日でした。電力の話と資金の話が、同じ一つの流れの表と裏になっています。"
                )
            ),
            Role(
                BlockRole.Contents,
                Line("🔥 AI基盤技術ニュース　3件", "Cedar & Pike・Lumen・Harbor Robotics"),
                Line("🚀 新興企業・スタートアップ動向　3社", "最大 Tanager Labs 12億ドル"),
                Line("📈 詳細進化分析　3軸", "従来の手 と 新しい手"),
                Line("🔮 包括的展望　3期", "短期・中期・長期"),
                Line("参考文献　4件")
            ),
            Small("残りの見どころは、誰が現場の失敗を先に集めるかです。集めた失敗の数が、次の半年の精度を決めます。"),
        ]) with
        {
            Buttons =
            [
                new Button("資金調達", "funding", "", Series, Date),
                new Button("展望", "outlook", "", Series, Date),
                new Button("出典", "sources", "", Series, Date),
            ],
        };

    public static Message News() =>
        Message([
            Headline(3, "🔥 AI基盤技術ニュース　3件"),
            .. Text(
                """
                - **Cedar & Pike、手の動きだけを学んだモデル「Hands」を公開**

                  握る、ずらす、離すの三つを一つの方策で扱います §2§。重みと学習の記録がともに公開され、**「作業の癖」まで**そのまま調べられます。
                - **Lumen、推論の電力を半分にする配置を発表**

                  同じ回答を小さな部屋の冷房だけで返せるようになりました §3§。測り方は公開の手順に従い、第三者が再現しています §1,3§。
                - **Harbor Robotics、港での夜間運転を開始**

                  人のいない時間帯にだけ動く約束で、許可が下りました §1§。まだ参照のない主張もあります §9§。
                """,
                Sources
            ),
            SourcesLine(
                "出典 [1 Harbor Wire](https://news.example/1)・[2 Cedar Times](https://news.example/2)・[3 Lumen Daily](https://news.example/3)"
            ),
        ]);

    public static Message Funding() =>
        Message([
            Headline(3, "🚀 新興企業・スタートアップ動向　3社"),
            Small("合計 12億4500万ドル（公表2社の和）"),
            Role(
                BlockRole.Card,
                Text(
                    "**Tanager Labs　12億ドル**（評価額 90億ドル）・シリーズB\n\n現場の失敗だけを集める学習基盤\n\n投資家　North Quay・Cisco・Fjord Partners\n\n注目　失敗の記録が製品になる最初の例 §4§",
                    Sources
                )
            ),
            Role(
                BlockRole.Card,
                Text(
                    "**Pelikan　4500万ドル**・シード\n\n港の積み付け計画\n\n投資家　Motive & Sons\n\n注目　既存のクレーンをそのまま使える §1,4§",
                    Sources
                )
            ),
            Role(BlockRole.Card, Text("**Quill Power　非公開**\n\n推論のための電力契約\n\n注目　夜間の余剰だけを買う")),
            .. Text(
                "**Tanager Labs**の調達は、評価額より使い道が目を引きます。集めた失敗を顧客どうしで分け合う条項が入り、参加するほど全員の学習が速くなる仕組みです。"
            ),
            SourcesLine("出典 [1 Harbor Wire](https://news.example/1)・[4 Deal Notes](https://news.example/4)"),
        ]);

    public static Message Analysis() =>
        Message([
            Headline(3, "📈 詳細進化分析　3軸"),
            .. Text(
                """
                | 観点 | 従来の手 | 新しい手 |
                | :--- | :--- | :--- |
                | **学び方** | 人の手本を一つずつ | 失敗の記録をまとめて §2§ |
                | **動く場所** | 机の上 | 港、倉庫、厨房 |
                | **費用** | - | 1時間 3ドル |

                四つの列を持つ表は、狭い画面では行ごとに読めます。

                | 会社 | 段階 | 電力 | 備考 |
                | :--- | :---: | ---: | :--- |
                | **Lumen** | 量産 | 120 W | 測定は第三者 §3§ |
                | **Cedar & Pike** | 試作 | 310 W | - |
                """,
                Sources
            ),
            SourcesLine("出典 [2 Cedar Times](https://news.example/2)・[3 Lumen Daily](https://news.example/3)"),
        ]);

    public static Message Outlook() =>
        Message([
            Headline(3, "🔮 包括的展望　3期"),
            Role(
                BlockRole.Card,
                [
                    .. Text("短期（〜1年）\n\n**港での夜間運転が広がる**。許可の条件が型になり、二つ目の港からは審査が半分で済みます。"),
                    Small("目安 2027年1月まで"),
                ]
            ),
            Role(
                BlockRole.Card,
                [
                    .. Text(
                        "中期（1〜3年）\n\n**失敗の記録が通貨になる**。記録を持ち寄らない会社は、同じ失敗を自費で繰り返すことになります。"
                    ),
                    Small("目安 2027年1月〜2029年1月"),
                ]
            ),
            Role(
                BlockRole.Card,
                [
                    .. Text("長期（3年以上）\n\n**手は買うものから借りるものへ**。設備ではなく作業に値段が付きます。"),
                    Small("目安 2029年1月以降"),
                ]
            ),
        ]);

    public static Message References() =>
        Message([
            Headline(3, "参考文献　4件"),
            .. Text(string.Join("\n", Sources.Select(source => $"{source.Number}. [{source.Publisher}: {source.Title}]({source.Url})"))),
        ]);

    public static IReadOnlyList<Message> Sections() => [News(), Funding(), Analysis(), Outlook(), References()];

    public static RoleBlock SourcesLine(string markdown) => Role(BlockRole.Sources, Text(markdown));

    private static Reference Source(int number, string publisher, string title) =>
        new(number, publisher, "2026-01-06", title, $"https://news.example/{number}", default) { Text = $"{publisher} {title}" };
}
