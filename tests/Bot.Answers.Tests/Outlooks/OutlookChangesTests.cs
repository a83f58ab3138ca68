using Bot.Answers.Outlooks;
using Bot.Briefings.Model;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Outlooks;

public sealed class OutlookChangesTests
{
    private static readonly FixtureBriefing Later = new()
    {
        Date = new DateOnly(2026, 1, 8),
        Outlook =
        [
            ("短期（〜1年）", "**港湾での試験運用**が広がります。荷役の記録を持つ港から先に始まるでしょう [3]。"),
            ("中期（1〜3年）", "**観測網の共有**が止まります。自治体の予算が足りません [2]。"),
        ],
    };

    [Theory]
    [InlineData("/outlook --changes")]
    [InlineData("/outlook 変更")]
    [InlineData("展望 1/8 変化")]
    [InlineData("/outlook —changes")]
    public async Task Changes_are_told_by_horizon_with_both_texts_and_their_sources(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing(), Later);

        // The first horizon has only another citation.
        Assert.StartsWith(
            """
            1月6日(火)から1月8日(木)までに変わった展望は2点です

            中期（1〜3年）
            1/6
            観測網の共有が進みます。自治体をまたぐ警報の基準が整います。
            ↓
            1/8
            観測網の共有が止まります。自治体の予算が足りません [2]。
            [2] Tidewater Newsroom (https://tidewater.example/news/chart)

            長期（3年〜） （なくなった項目）
            1/6
            無人の航路が日常になります。保険の考え方も変わるでしょう。

            ‹1/8の展望› /outlook 2026-01-08
            ‹1/6の展望› /outlook 2026-01-06
            """,
            await desk.AskAsync(line)
        );
    }

    [Fact]
    public async Task A_horizon_is_compared_alone_and_without_a_previous_one_it_says_so()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing(), Later);

        Assert.Equal("1月6日(火)から1月8日(木)まで展望の変化はありません", await desk.FirstLineAsync("/outlook short changes"));
        Assert.Equal("1月6日(火)から1月8日(木)までに変わった展望は1点です", await desk.FirstLineAsync("/outlook 中期 変化"));
        Assert.Equal("1月6日(火)より前に展望の記載はありません。", await desk.FirstLineAsync("/outlook 1/6 changes"));
        // The newest long outlook is the older one's.
        Assert.Equal("1月6日(火)より前に展望の記載はありません。", await desk.FirstLineAsync("/outlook long changes"));
    }

    [Fact]
    public void Every_entry_is_told_once_or_is_the_same()
    {
        var random = new Random(16);
        for (var round = 0; round < 500; round++)
        {
            var (before, after) = (Some(), Some());
            var changes = OutlookChange.Between(before, after);

            Assert.All(changes, change => Assert.NotEqual(change.Before?.Body, change.After?.Body));
            Assert.All(
                changes,
                change => Assert.True(change.Before is null || change.After is null || change.Before.Horizon == change.After.Horizon)
            );
            var same = before.Count - changes.Count(change => change.Before is not null);
            Assert.Equal(same, after.Count - changes.Count(change => change.After is not null));
            Assert.Equal(
                Enum.GetValues<Horizon>()
                    .Sum(horizon =>
                        Of(before, horizon)
                            .GroupBy(text => text)
                            .Sum(text => Math.Min(text.Count(), Of(after, horizon).Count(other => other == text.Key)))
                    ),
                same
            );
        }

        List<Outlook> Some() =>
            [
                .. Enumerable
                    .Range(0, random.Next(5))
                    .Select(_ => Entry((Horizon)random.Next(3), "abc"[random.Next(3)].ToString(), random.Next(3))),
            ];

        static IEnumerable<string> Of(List<Outlook> entries, Horizon horizon) =>
            entries.Where(entry => entry.Horizon == horizon).Select(entry => entry.Body);
    }

    private static Outlook Entry(Horizon horizon, string headline, int text) =>
        new()
        {
            Horizon = horizon,
            Label = horizon.ToString(),
            Headline = headline,
            Text = $"{headline} {text}",
            Body = $"**{headline}** {text}",
            Markdown = "",
            SectionOrder = 1,
            Position = default,
            Citations = [],
        };
}
