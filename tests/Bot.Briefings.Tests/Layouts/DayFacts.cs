using Bot.Briefings.Model;

namespace Bot.Briefings.Tests.Layouts;

/// <summary>What a generated briefing says, before any layout.</summary>
internal sealed record DayFacts(
    bool IsJapanese,
    DateOnly Date,
    IReadOnlyList<NewsFact> Technology,
    IReadOnlyList<NewsFact> Marketing,
    IReadOnlyList<RoundFact> Rounds,
    IReadOnlyList<NewsFact> Dives,
    IReadOnlyList<NewsFact> Insights,
    IReadOnlyList<OutlookFact> Outlook,
    IReadOnlyList<ReferenceFact> References
)
{
    private static readonly string[] Names =
    [
        "Halden",
        "Orrin",
        "Tessel",
        "Quarry",
        "Ferrant",
        "Lemmata",
        "Corvia",
        "Nembus",
        "Solvia",
        "Kodama",
        "Selkie",
        "Brisa",
        "Airlet",
        "Granary",
    ];
    private static readonly string[] Investors = ["Kestrel Ventures", "Northgate Capital", "Maple Partners", "Dunlin Fund"];
    private static readonly string[] Publishers = ["Rivers Post", "Halden Blog", "TechLedger", "Metro Times"];

    private static readonly string[] JapaneseDeeds =
    [
        "小型モデルを公開",
        "推論チップを発表",
        "検索に回答機能を統合",
        "翻訳の辞書を無償に",
        "倉庫ロボットの試験を開始",
    ];
    private static readonly string[] JapaneseTexts =
    [
        "端末の中だけで動きます",
        "消費電力は従来の半分です",
        "利用者は来週から試せます",
        "審査の時間が短くなります",
        "地図の更新が速くなります",
    ];
    private static readonly string[] EnglishDeeds =
    [
        "ships a small model",
        "opens its translation memory",
        "adds answers to search",
        "tests warehouse arms",
        "halves the price of tokens",
    ];
    private static readonly string[] EnglishTexts =
    [
        "It runs on a phone without a network",
        "Power use falls by half",
        "Customers can try it next week",
        "Reviews take less time than before",
        "Maps are refreshed every hour",
    ];

    private static readonly string[] JapaneseThemes =
    [
        "端末で動く推論",
        "検索から回答へ",
        "電力とチップの綱引き",
        "店頭の自動化",
        "翻訳の品質管理",
    ];
    private static readonly string[] EnglishThemes =
    [
        "Reasoning on the device",
        "From search to answers",
        "Power and silicon",
        "Shops without tills",
        "Quality in translation",
    ];

    public static DayFacts Draw(Picks picks)
    {
        var japanese = picks.Yes;
        var names = Shuffled(Names, picks);
        var used = 0;
        var references = picks.Below(4) + 1;
        IReadOnlyList<string> deeds = japanese ? JapaneseDeeds : EnglishDeeds;
        IReadOnlyList<string> texts = japanese ? JapaneseTexts : EnglishTexts;
        var themes = Shuffled(japanese ? JapaneseThemes : EnglishThemes, picks);
        var theme = 0;
        return new DayFacts(
            japanese,
            new DateOnly(2026, 1, 1).AddDays(picks.Below(300)),
            News(2 + picks.Below(2)),
            News(2 + picks.Below(2)),
            [
                .. Enumerable
                    .Range(0, 2 + picks.Below(2))
                    .Select(_ => new RoundFact(
                        names[used++],
                        5 * (1 + picks.Below(60)),
                        (char)('A' + picks.Below(4)),
                        picks.Of(Investors),
                        1 + picks.Below(references)
                    )),
            ],
            Themes(2),
            Themes(2),
            [.. Enum.GetValues<Horizon>().Select(horizon => new OutlookFact(horizon, picks.Of(texts)))],
            [
                .. Enumerable
                    .Range(1, references)
                    .Select(number => new ReferenceFact(
                        number,
                        picks.Of(Publishers),
                        names[number] + " " + picks.Of(EnglishDeeds),
                        new DateOnly(2026, 1, 1).AddDays(picks.Below(300))
                    )),
            ]
        );

        IReadOnlyList<NewsFact> News(int count) =>
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(_ => new NewsFact(
                        names[used++] + (japanese ? "、" : " ") + picks.Of(deeds),
                        picks.Of(texts),
                        1 + picks.Below(references)
                    )),
            ];

        IReadOnlyList<NewsFact> Themes(int count) =>
            [.. Enumerable.Range(0, count).Select(_ => new NewsFact(themes[theme++], picks.Of(texts), 1 + picks.Below(references)))];
    }

    private static List<string> Shuffled(IReadOnlyList<string> all, Picks picks)
    {
        var rest = all.ToList();
        var shuffled = new List<string>();
        while (rest.Count > 0)
        {
            var at = picks.Below(rest.Count);
            shuffled.Add(rest[at]);
            rest.RemoveAt(at);
        }

        return shuffled;
    }
}

internal sealed record NewsFact(string Headline, string Text, int Citation);

/// <param name="Millions">Of dollars.</param>
internal sealed record RoundFact(string Company, int Millions, char Series, string Investor, int Citation);

internal sealed record OutlookFact(Horizon Horizon, string Text);

internal sealed record ReferenceFact(int Number, string Publisher, string Title, DateOnly Date)
{
    public string Url => $"https://news.example/{Number}/{Title.Replace(' ', '-')}";
}
