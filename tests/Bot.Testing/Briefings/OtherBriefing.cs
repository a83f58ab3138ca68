namespace Bot.Testing.Briefings;

/// <summary>A briefing of a day that has nothing in common with the fixture's but its layout.</summary>
public static class OtherBriefing
{
    public static FixtureBriefing Of(DateOnly date) =>
        new()
        {
            Date = date,
            Headline = "夜の気象と電池",
            Lead = "**Duskfield**が夜間の気象予測を始め、**Copperline**が電池の再生工場を開きました。",
            Technology =
            [
                new("Duskfield、夜間の霧を三時間先まで予測", "高速道路の監視カメラの映像だけから、視界が落ちる区間を地図に描きます。", 1),
                new("Copperline、使用済み電池の診断を自動化", "充電の履歴を読み、再生できるものを選り分ける装置が稼働しました。", 2),
            ],
            Marketing = [new("Paperkite、展示会の案内を音声で配信", "来場者の歩く順に合わせて、次の区画の説明を読み上げます。", 3)],
            Rounds = [new("Copperline", "電池の再生", "6500万ドル（シリーズC）", "Saltmarsh Partners", "資源の輪を閉じる", 2)],
            Dives = [new("Duskfield研究室: 霧の輪郭", "明るさの揺れを一秒ごとに比べ、輪郭のない対象を数える手法です。", 1)],
            Comparison =
            [
                ["観点", "昨年", "今年"],
                ["**費用**", "高い", "半分"],
            ],
            Insights = ["夜の安全は、**新しい計測器**ではなく今ある映像から生まれます。"],
            Outlook = [("短期（〜1年）", "**道路会社**が順に採り入れます。"), ("中期（1〜3年）", "**電池の履歴書**が義務になるでしょう。")],
            References =
            [
                new("Duskfield Notes", "Fog in Three Hours", "https://duskfield.example/fog"),
                new("Copperline Press", "Sorting Cells", "https://copperline.example/cells"),
                new("Paperkite", "Guides That Speak", "https://paperkite.example/guides"),
            ],
        };

    /// <summary>The document with a word beside its date: <c>2026年1月6日夕刊</c>.</summary>
    public static string Named(this FixtureBriefing briefing, string word)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        return briefing.ToMarkdown().Replace($"{briefing.Date.Day}日：", $"{briefing.Date.Day}日{word}：", StringComparison.Ordinal);
    }
}
