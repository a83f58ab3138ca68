using System.Text.RegularExpressions;
using Bot.Chat;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests;

/// <summary>
/// Over generated archives: no answer holds a company, an amount or a date that is not in the archive or in the question.
/// </summary>
public sealed partial class InventionTests
{
    private static readonly string[] Names =
    [
        "Alderfen",
        "Brackwater",
        "Cindermoss",
        "Dovetailor",
        "Elmsgate",
        "Foxhollow",
        "Gullwing",
        "Hazelmere",
        "Ironfern",
        "Juniperly",
        "Kestrelon",
        "Larkspurio",
        "Marrowby",
        "Nettleford",
        "Ospreyic",
        "Pinebarrow",
        "Quarryton",
        "Rookery",
        "Sablewood",
        "Thistledown",
    ];

    private static readonly string[] Questions =
    [
        "/funding",
        "/funding {0}",
        "/funding {1}",
        "/funding {0} {1}",
        "/funding {0} {9}",
        "/funding 先週",
        "/funding top",
        "/funding 上位 シード",
        "/funding >=$50M",
        "/funding シリーズA",
        "/funding 1億ドル未満 最近",
        "/company {0}",
        "/company {1}",
        "/company {9}",
        "/news",
        "/news {0}",
        "/news 先週",
        "/tech",
        "/tech {1}",
        "/search {0}",
        "/search {0} OR {1}",
        "/search 機械 NOT {0}",
        "/outlook",
        "/outlook 変更",
        "/outlook 中期 先週",
        "/sources",
        "/analysis",
        "/analysis 差分",
        "/insight",
        "/new",
        "/catchup",
        "/trend",
        "/trend {0}",
        "/trend {9}",
        "/trend 会社 26w",
        "/catchup 先月 10分",
        "/briefing",
        "{0}",
        "{9}",
        "資金調達 {1}",
        "{0}の資金調達は？",
        "/fundng {0}",
        "/help",
    ];

    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_answer_holds_what_the_archive_does_not(int seed)
    {
        var random = new Random(seed);
        var pool = Names.OrderBy(_ => random.Next()).ToList();
        var (used, unused) = (pool[..9], pool[9..]);
        var days = Enumerable.Range(0, 8).Select(n => new DateOnly(2025, 12, 20).AddDays((2 * n) + random.Next(2))).Distinct().ToList();
        var briefings = days.ConvertAll(day => Day(day, used, random));
        await using var desk = await AnswerDesk.OfAsync([.. briefings]);
        var archive = string.Concat(briefings.Select(briefing => briefing.ToMarkdown()));

        foreach (var locale in new[] { Locale.Japanese, Locale.English })
        {
            foreach (
                var question in Questions.Select(one => string.Format(System.Globalization.CultureInfo.InvariantCulture, one, [.. pool]))
            )
            {
                var text = await desk.AskAsync(question, locale);

                Assert.DoesNotContain(
                    unused,
                    name => !question.Contains(name, StringComparison.Ordinal) && text.Contains(name, StringComparison.OrdinalIgnoreCase)
                );
                // What the bot adds up is marked as a sum.
                var said = string.Join(
                    '\n',
                    text.Split('\n')
                        .Where(line =>
                            !line.StartsWith("合計", StringComparison.Ordinal)
                            && !line.StartsWith("Total", StringComparison.Ordinal)
                            && !line.StartsWith("条件", StringComparison.Ordinal)
                            && !line.StartsWith("Conditions", StringComparison.Ordinal)
                            && !line.StartsWith('例')
                            // Questions as examples.
                            && !line.StartsWith("質問には", StringComparison.Ordinal)
                            && !line.StartsWith("Questions can name", StringComparison.Ordinal)
                        )
                );
                Assert.All(
                    Amount().Matches(said),
                    amount =>
                        Assert.True(
                            (archive + question).Contains(amount.Value, StringComparison.Ordinal),
                            $"{question}: {amount.Value}\n{text}"
                        )
                );
                Assert.All(
                    FullDay().Matches(said),
                    day =>
                        Assert.True(
                            days.Contains(new DateOnly(Number(day, 1), Number(day, 2), Number(day, 3))),
                            $"{question}: {day.Value}\n{text}"
                        )
                );
            }
        }
    }

    private static FixtureBriefing Day(DateOnly day, List<string> names, Random random)
    {
        string Name() => names[random.Next(names.Count)];
        string Sum() =>
            random.Next(3) switch
            {
                0 => $"{random.Next(1, 90)}00万ドル",
                1 => $"{random.Next(1, 40)}億ドル（シリーズ{"ABC"[random.Next(3)]}）",
                _ => $"{random.Next(2, 9)}{random.Next(1, 9)}0万ドル（シード）",
            };
        return new FixtureBriefing
        {
            Date = day,
            Technology =
            [
                .. Enumerable.Range(0, 3).Select(n => new FixtureNews($"{Name()}、第{n + 1}の機械を公開", $"{Name()}も使います。", 1 + n)),
            ],
            Marketing = [],
            Rounds = [.. Enumerable.Range(0, 3).Select(n => new FixtureRound(Name(), "機械", Sum(), Name(), "見張り", 4 + n))],
            Dives = [new FixtureDive($"{Name()}の仕組み: 静かな機械", "音を聞きます。", 8)],
        };
    }

    private static int Number(Match match, int group) =>
        int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[0-9]+(?:億|万)ドル")]
    private static partial Regex Amount();

    [GeneratedRegex(@"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")]
    private static partial Regex FullDay();
}
