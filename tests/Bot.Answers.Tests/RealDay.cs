using Bot.Testing.Briefings;

namespace Bot.Answers.Tests;

/// <summary>Facts of one day as reported, in our own words.</summary>
internal static class RealDay
{
    public static DateOnly Date { get; } = new(2026, 1, 6);

    public static FixtureBriefing Briefing { get; } =
        new()
        {
            Date = Date,
            Headline = "ロボットの年の始まり",
            Lead = "**xAI**が年初最大の調達を終え、評価の会社も続きました。",
            Rounds =
            [
                new(
                    "xAI",
                    "対話モデルと計算基盤の開発",
                    "200億ドル / 2300億ドル",
                    "NVIDIA, Cisco, Fidelity",
                    "交流サイトとの一体化、規制の行方に注意",
                    5
                ),
                new("LMArena", "モデルの順位づけ", "1.5億ドル / 17億ドル", "Felicis, UC Investments, a16z", "評価の物差しになる", 6),
                new("Lucidean", "機器の間を光でつなぐ", "1800万ドル（シード）", "-", "転送を速くする", 7),
                new("Pluto Financial", "与信の仕組み", "860万ドル（シード）", "Motive Ventures, Apollo", "貸し手の判断を速く", 8),
            ],
            References =
            [
                .. new FixtureBriefing().References.Take(4),
                new("CNBC", "xAI raises $20 billion", "https://cnbc.example/xai"),
                new("LMArena Blog", "Fueling evaluation", "https://lmarena.example/series-a"),
                new("VC News Daily", "Financings", "https://vcnews.example/lucidean"),
                new("Hamilton Lane", "Pluto Financial", "https://hamiltonlane.example/pluto"),
            ],
        };
}
