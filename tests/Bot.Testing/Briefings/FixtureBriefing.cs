using System.Globalization;
using System.Text;
using Bot.Briefings;

namespace Bot.Testing.Briefings;

/// <summary>A small invented briefing with the real structure, to be varied using <c>with</c>. An empty list omits its section.</summary>
public sealed record FixtureBriefing
{
    public DateOnly Date { get; init; } = new(2026, 1, 6);

    public string Headline { get; init; } = "港の荷役を学ぶ機械";

    public string Lead { get; init; } = "**Harborlight**が港湾向けの学習モデルを公開し、**Quillstone**が大型の資金調達を終えました。";

    public IReadOnlyList<FixtureNews> Technology { get; init; } =
    [
        new(
            "Harborlight、荷役ロボットの学習モデルを公開",
            "クレーンの操作記録から積み付けの順序を学ぶモデルを、研究用に無償で配布しました。三つの港で試験が始まっています。",
            1
        ),
        new(
            "TidewaterとHarborlight、海図の共同整備で合意",
            "両社は沿岸の水深データを毎週更新し、自律航行の安全評価に使う共通の形式を定めます。",
            2
        ),
        new(
            "Mossfield、低消費電力の推論チップを発表",
            "電池だけで一年動く気象観測機に載せられる大きさで、山間部の土砂災害の予測に向けたものです。",
            3
        ),
    ];

    public IReadOnlyList<FixtureNews> Marketing { get; init; } =
    [
        new(
            "Brightloom、店頭の棚割りを提案する代理機能を開始",
            "小売店の販売記録を読み、翌週の棚の並びを写真つきで提案します。導入店では廃棄が減りました。",
            4
        ),
    ];

    public IReadOnlyList<FixtureRound> Rounds { get; init; } =
    [
        new("Quillstone", "契約書を読む基盤モデル", "120億ドル / 900億ドル", "Tidewater, Northgate Capital", "法務の下調べを数分に", 5),
        new("Mossfield", "観測機向けの推論チップ", "4200万ドル（シリーズB）", "Northgate Capital, Fernway", "電源のない場所の見張り", 6),
        new("Lanternfish", "深海の音を聞き分ける", "900万ドル（シード）", "-", "漁場の見える化", 7),
    ];

    public IReadOnlyList<FixtureDive> Dives { get; init; } =
    [
        new(
            "Fernway研究所: 雪崩を先に聞く",
            "斜面に並べた受信機の雑音から、雪の層が滑り出す前の響きを取り出す手法です。昨冬の記録では半日前に兆しがありました。",
            8
        ),
    ];

    /// <summary>The first row is the header.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Comparison { get; init; } =
    [
        ["比較軸", "これまで", "これから"],
        ["**置き場所**", "データセンター", "港と山"],
        ["**学ぶもの**", "文章", "音と振動"],
    ];

    public IReadOnlyList<string> Insights { get; init; } =
    ["今日の要点は、**電源のない場所**が次の市場になることです。", "評価の形式を決めた企業が、後から来る企業の入口を握ります。"];

    public IReadOnlyList<(string Label, string Text)> Outlook { get; init; } =
    [
        ("短期（〜1年）", "**港湾での試験運用**が広がります。荷役の記録を持つ港から先に始まるでしょう。"),
        ("中期（1〜3年）", "**観測網の共有**が進みます。自治体をまたぐ警報の基準が整います。"),
        ("長期（3年〜）", "**無人の航路**が日常になります。保険の考え方も変わるでしょう。"),
    ];

    public IReadOnlyList<FixtureReference> References { get; init; } =
    [
        new("Harborlight Blog", "Learning to Stack", "https://harborlight.example/blog/stack"),
        new("Tidewater Newsroom", "Charting Together", "https://tidewater.example/news/chart"),
        new("Chip Weekly", "A Year on One Battery", "https://chipweekly.example/mossfield"),
        new("Retail Notes", "Shelves That Suggest", "https://retailnotes.example/brightloom"),
        new("Ledger Post", "Quillstone Closes Its Round", "https://ledgerpost.example/quillstone"),
        new("Ledger Post", "Mossfield Raises for Sensors", "https://ledgerpost.example/mossfield-b"),
        new("Deep Journal", "Lanternfish Listens", "https://deepjournal.example/lanternfish"),
        new("Fernway Institute", "Hearing Snow Before It Moves", "https://fernway.example/snow"),
    ];

    /// <summary>Reads the briefing with the real reader.</summary>
    public BriefingReading Read() => new BriefingReader().Read(ToMarkdown());

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# 📊 今日のUS AI動向サマリー {Date.Year}年{Date.Month}月{Date.Day}日：{Headline}")
            .AppendLine();
        text.AppendLine(Lead).AppendLine();
        AppendNews(text, "## 🔥 AI基盤技術ニュース", Technology);
        AppendNews(text, "## 🎯 マーケティングAIニュース", Marketing);
        AppendTable(
            text,
            "## 🚀 新興企業・スタートアップ動向",
            Rounds.Count == 0
                ? []
                :
                [
                    ["企業名", "概要", "調達額/評価額", "主要投資家", "未来変革ポテンシャル", "引用"],
                    .. Rounds.Select(round =>
                        (IReadOnlyList<string>)
                            [$"**{round.Company}**", round.Summary, round.Amount, round.Investors, round.Potential, $"[{round.Source}]"]
                    ),
                ]
        );
        AppendSection(text, "## 💡 未来変革テクノロジー", Dives.Select(dive => $"### {dive.Title}\n\n{dive.Text} [{dive.Source}]"));
        AppendTable(text, "## 📈 詳細進化分析", Comparison);
        AppendSection(text, "## 🌟 戦略的インサイト", Insights);
        AppendSection(text, "## 🔮 包括的展望", Outlook.Select(outlook => $"- **{outlook.Label}**: {outlook.Text}"));
        AppendSection(
            text,
            "## 参考文献",
            References.Select(
                (reference, index) =>
                    $"[{index + 1}] {reference.Publisher}. ({Date.Year}, {Date.ToString("MMMM d", CultureInfo.InvariantCulture)}). *{reference.Title}*. {reference.Url}"
            )
        );
        return text.ToString();
    }

    private static void AppendNews(StringBuilder text, string heading, IReadOnlyList<FixtureNews> news) =>
        AppendSection(text, heading, news.Select(item => $"- **{item.Headline}**: {item.Text} [{item.Source}]"));

    private static void AppendTable(StringBuilder text, string heading, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count > 0)
        {
            var lines = rows.Select(cells => $"| {string.Join(" | ", cells)} |").ToList();
            lines.Insert(1, $"|{string.Concat(rows[0].Select(_ => " :--- |"))}");
            AppendSection(text, heading, [string.Join('\n', lines)]);
        }
    }

    private static void AppendSection(StringBuilder text, string heading, IEnumerable<string> blocks)
    {
        var parts = blocks.ToList();
        if (parts.Count > 0)
        {
            text.Append(heading).Append("\n\n").AppendJoin("\n\n", parts).Append("\n\n---\n\n");
        }
    }
}

/// <param name="Source">Number of the cited reference, from 1.</param>
public sealed record FixtureNews(string Headline, string Text, int Source);

/// <param name="Source">Number of the cited reference, from 1.</param>
public sealed record FixtureRound(string Company, string Summary, string Amount, string Investors, string Potential, int Source);

/// <param name="Source">Number of the cited reference, from 1.</param>
public sealed record FixtureDive(string Title, string Text, int Source);

public sealed record FixtureReference(string Publisher, string Title, string Url);
