using System.Diagnostics;
using Bot.Briefings.Funding;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using CsCheck;

namespace Bot.Briefings.Tests.Funding;

public sealed class FinancingPropertyTests
{
    private static readonly FundingReader Reader = new(Vocabulary.Default);

    /// <summary>Pieces of sentences about money, in any order, with what breaks scanners between them.</summary>
    private static readonly string[] Pieces =
    [
        "Nembus",
        "「Corvia」",
        "Quarry",
        "が",
        "は",
        "を",
        "に",
        "、",
        "。",
        "(",
        ")",
        "（",
        "）",
        "「",
        "」",
        "シリーズB",
        "Series A",
        "で",
        "2億ドル",
        "$50M",
        "約",
        "最大",
        "超",
        "評価額",
        "調達",
        "を調達し",
        "買収",
        "され",
        "出資",
        "を獲得",
        "raises",
        "acquires",
        "led by",
        " and ",
        ", ",
        " in ",
        "valuation",
        "融资",
        "由",
        "领投",
        "收购",
        "유치",
        "인수",
        "억 달러",
        "4",
        "目指す",
        "否定",
        "上場",
        "IPO",
        "\n",
        " ",
        "：",
        ":",
        " — ",
        "**",
        "\uD83D",
        "\u200B",
        "から",
        "の",
        "社",
        "ほか",
        "円",
        "10,000",
        "-",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).List[0, 40].Select(string.Concat);

    [Fact]
    public void Any_text_is_read_without_an_error_and_no_fact_is_invented() =>
        Gen.Select(Text, Text, Gen.Bool)
            .Sample(
                (head, body, isNews) =>
                {
                    var entry = EntryTexts.Entry(EntryTexts.Of(head), EntryTexts.Of(body));
                    var source = Letters(entry.Head.Text + "\n" + entry.Body.Text);
                    foreach (
                        var round in Reader.Read(
                            isNews ? SectionKind.TechnologyNews : SectionKind.Startups,
                            1,
                            [entry],
                            _ => "",
                            (_, _) => { }
                        )
                    )
                    {
                        Assert.All(
                            round.Investors.Concat(round.Aliases).Append(round.Company),
                            name => Assert.Contains(Letters(name), source, StringComparison.Ordinal)
                        );
                        Assert.All(
                            new[] { round.Amount, round.Valuation }.OfType<Money>(),
                            money => Assert.Contains(Letters(money.Raw), source, StringComparison.Ordinal)
                        );
                        Assert.DoesNotContain(round.Company, round.Investors);
                        Assert.False(round.Undisclosed && round.Amount is not null);
                    }
                },
                iter: 5_000
            );

    [Theory]
    [InlineData("調達")]
    [InlineData("Nembusが2億ドルを調達、")]
    [InlineData("Acme raises $5M and ")]
    [InlineData("（")]
    [InlineData("「Corvia」と")]
    [InlineData("Kite, ")]
    [InlineData("融资")]
    [InlineData("X가 ")]
    [InlineData("1億")]
    public void Time_grows_with_the_text(string piece)
    {
        Read(piece, 200);
        var some = Read(piece, 1_000);

        // Sixty-four times as much text takes at most as many times as long, with room for a busy machine. The fastest of a few readings
        // counts: the others tell what else the machine did.
        var many = TimeSpan.MaxValue;
        var most = TimeSpan.FromSeconds(2) + (some * 640);
        for (var reading = 0; reading < 4 && many >= most; reading++)
        {
            many = Read(piece, 64_000);
        }

        Assert.True(many < most, $"{some} for 1,000 pieces, {many} for 64,000");

        static TimeSpan Read(string piece, int count)
        {
            var text = EntryTexts.Plain(string.Concat(Enumerable.Repeat(piece, count)));
            var watch = Stopwatch.StartNew();
            _ = Reader.Read(SectionKind.Startups, 1, [EntryTexts.Entry(text, text)], _ => "", (_, _) => { }).Count();
            return watch.Elapsed;
        }
    }

    private static string Letters(string text) => new([.. Folding.Fold(text).Where(char.IsLetterOrDigit)]);
}
