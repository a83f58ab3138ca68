using Bot.Answers.Sources;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Sources;

public sealed class EvidenceTests
{
    private static readonly FixtureBriefing Day = new()
    {
        Technology =
        [
            new FixtureNews("Harborlight、港の模型を公開", "三つの港で試します [2]。", 1),
            new FixtureNews("Mossfield、山の観測機を増設", "数は倍になります [5]。", 6),
            new FixtureNews("Brightloom、棚の案内を始める", "店の数は[発表](https://brightloom.example/shops)にあります。", 4),
            new FixtureNews("Lanternfish、深海へ", "音を聞きます。", 99),
        ],
        Marketing = [],
        Rounds = [],
        Dives = [],
        Comparison =
        [
            ["比較軸", "これまで", "これから"],
            ["置き場所", "港 [7]", "山 [7]"],
        ],
        Insights = ["**電源のない場所**が次の市場です。"],
        Outlook = [],
    };

    [Fact]
    public async Task Each_source_tells_what_rests_on_it_and_what_rests_on_it_alone()
    {
        await using var desk = await AnswerDesk.OfAsync(Day);

        var text = await desk.AskAsync("/sources");

        Assert.Contains(
            """
            1 Harborlight Blog: Learning to Stack (https://harborlight.example/blog/stack) (2026年1月6日)
            支える内容: Harborlight、港の模型を公開

            """,
            text
        );
        // Two pages of one site.
        Assert.Contains("\n支える内容: Mossfield、山の観測機を増設（1つのサイトのみ）\n", text);
        Assert.Contains("\n支える内容: 置き場所（出典1つのみ）\n", text);
        Assert.Contains(
            "8 Fernway Institute: Hearing Snow Before It Moves (https://fernway.example/snow) (2026年1月6日)\n本文での引用はありません\n",
            text
        );
        // The link in its text is another source.
        Assert.Contains("\n支える内容: Brightloom、棚の案内を始める\n", text);
        Assert.Contains("内容 6件・出典1つのみ 1件・1つのサイトのみ 1件・出典の記載なし 1件・番号の出典が見つからない 1件\n", text);
    }

    [Fact]
    public async Task One_source_tells_all_that_rests_on_it()
    {
        await using var desk = await AnswerDesk.OfAsync(Day);

        Assert.Contains(
            "\n\n支える内容 1件\n\n分析: 置き場所（出典1つのみ）\n\n1月6日(火)のブリーフィングから\n",
            (await desk.AskAsync("/sources 7")).Replace("詳細進化分析", "分析", StringComparison.Ordinal)
        );
        Assert.Contains("本文での引用はありません", await desk.AskAsync("/sources 8"));
    }

    [Theory]
    [InlineData("https://www.news.example.com/a", "example.com")]
    [InlineData("http://EXAMPLE.com", "example.com")]
    [InlineData("https://news.example.co.jp/a", "example.co.jp")]
    [InlineData("https://example.jp/", "example.jp")]
    [InlineData("https://a.b.example.or.jp", "example.or.jp")]
    [InlineData("https://co.jp/", "co.jp")]
    [InlineData("https://127.0.0.1/a", "127.0.0.1")]
    [InlineData("mailto:a@example.com", null)]
    [InlineData("example.com", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_domain_is_what_a_publisher_registers(string? url, string? domain) => Assert.Equal(domain, SourceDomain.Of(url));
}
