using System.Globalization;
using Bot.Testing.Briefings;

namespace Bot.Benchmarks.Storing;

/// <summary>
/// Daily briefings of the real structure and size (about 13 KB): seven news items, four rounds, two deep dives, twelve
/// references. Companies <c>company-0000</c> to <c>company-0999</c> come round again; the investors recur. The same day is
/// always the same text.
/// </summary>
public static class SyntheticBriefings
{
    public const int Companies = 1_000;

    public const int RoundsADay = 4;

    private const int NewsADay = 7;

    private static readonly string[] Investors =
    [
        "NVIDIA",
        "Northgate Capital",
        "Tidewater",
        "Fernway",
        "Cisco",
        "Harborlight Ventures",
        "UC Investments",
        "Motive Ventures",
    ];

    private static readonly string[] Stages = ["シード", "シリーズA", "シリーズB", "シリーズC"];

    private static readonly string[] Subjects =
    [
        "物理世界の学習モデル",
        "店頭の棚割りを組む代理機能",
        "低消費電力の推論チップ",
        "契約書を読む基盤モデル",
        "観測網の共有形式",
        "音から異常を見つける装置",
        "広告文の評価基盤",
    ];

    /// <summary>The name that the n-th company of the archive has.</summary>
    public static string Company(int number) => $"company-{number % Companies:0000}";

    public static FixtureBriefing Of(DateOnly date)
    {
        var day = date.DayNumber;
        var references = Enumerable
            .Range(1, NewsADay + RoundsADay + 1)
            .Select(number => new FixtureReference(
                $"Publisher {number}",
                $"What Changed on Day {day} in Field {number}",
                $"https://news{number}.example/{day}/{number}"
            ));
        return new FixtureBriefing
        {
            Date = date,
            Headline = $"{Subjects[day % Subjects.Length]}と産業の変化",
            Lead = string.Concat(
                Enumerable
                    .Range(0, 3)
                    .Select(part =>
                        $"**{Company((day * 7) + part)}**が{Subjects[(day + part) % Subjects.Length]}を公開し、現場での検証が始まりました。{Filler(day, part)}"
                    )
            ),
            Technology = [.. Enumerable.Range(0, 4).Select(item => News(day, item))],
            Marketing = [.. Enumerable.Range(4, NewsADay - 4).Select(item => News(day, item))],
            Rounds = [.. Enumerable.Range(0, RoundsADay).Select(round => Round(day, round))],
            Dives =
            [
                .. Enumerable
                    .Range(0, 2)
                    .Select(dive => new FixtureDive(
                        $"{Company(day + dive)}研究所: {Subjects[(day + dive) % Subjects.Length]}の次の一歩",
                        string.Concat(Enumerable.Range(0, 6).Select(part => Filler(day, part + dive))),
                        NewsADay + RoundsADay + 1
                    )),
            ],
            References = [.. references],
        };
    }

    private static FixtureNews News(int day, int item) =>
        new(
            $"{Company((day * NewsADay) + item)}、{Subjects[(day + item) % Subjects.Length]}を第{(day % 90) + 1}版へ更新",
            Filler(day, item) + Filler(day, item + 3),
            item + 1
        );

    private static FixtureRound Round(int day, int round)
    {
        var number = (day * RoundsADay) + round;
        var amount = ((number % 97) + 3).ToString(CultureInfo.InvariantCulture);
        return new FixtureRound(
            Company(number),
            Subjects[number % Subjects.Length],
            $"{amount}00万ドル（{Stages[number % Stages.Length]}）",
            $"{Investors[number % Investors.Length]}, {Investors[(number + 3) % Investors.Length]}",
            $"{Subjects[(number + 2) % Subjects.Length]}の普及",
            NewsADay + round + 1
        );
    }

    private static string Filler(int day, int part) =>
        $"第{day % 365}日目の報告によれば、利用現場は{(day + part) % 40 + 3}か所に増え、処理の待ち時間は{(day * 3 + part) % 70 + 10}%短くなりました。担当者は次の四半期に対象の業務を広げ、記録の形式を他社と共有する計画です。";
}
