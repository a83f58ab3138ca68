using Bot.Briefings.Companies;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Companies;

public sealed class CompanyAliasTests
{
    private static readonly FixtureBriefing Day = new()
    {
        Technology =
        [
            new FixtureNews("NVIDIA、港の模型を公開", "三つの港で試します。", 1),
            new FixtureNews("Openpier（オープンピア）、3億ドルを調達", "船の道具を作る会社です。", 6),
        ],
        Rounds = [new FixtureRound("xAI", "基盤モデル", "200億ドル", "Tidewater", "-", 5)],
    };

    [Theory]
    [InlineData("/funding エックスエーアイ", "xAI の資金調達は1件です")]
    [InlineData("/funding ｘＡＩ", "xAI の資金調達は1件です")]
    [InlineData("エックスエーアイ", "xAI の資金調達は1件です")]
    [InlineData("エックスエーアイの資金調達は？", "xAI の資金調達は1件です")]
    [InlineData("/funding エックスエーアイ 今週", "xAI の資金調達は1件です")]
    [InlineData("/funding ｴｯｸｽｴｰｱｲ", "xAI の資金調達は1件です")]
    [InlineData("/company エックスエーアイ", "xAI の記録は")]
    [InlineData("/company エヌビディア", "NVIDIA の記録は1件です")]
    [InlineData("/trend エヌビディア", "NVIDIA の言及は8週間で1か所です")]
    [InlineData("/news エヌビディア", "「エヌビディア」のニュースは1件です")]
    [InlineData("/funding オープンピア", "Openpier の資金調達は1件です")]
    [InlineData("/company オープンピア", "Openpier の記録は2件です")]
    public async Task A_company_is_found_by_its_other_spellings(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(Day);

        Assert.StartsWith(first, await desk.FirstLineAsync(line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/funding アンカーボルト", "Ankerbolt の資金調達は1件です")]
    [InlineData("/funding Ankerbolt", "Ankerbolt の資金調達は1件です")]
    [InlineData("/company アンカーボルト", "Ankerbolt の記録は1件です")]
    [InlineData("/funding Velorin", "ヴェローリン の資金調達は1件です")]
    [InlineData("/funding Harrowgate", "Pinecrest の資金調達は1件です")]
    [InlineData("/funding Tollstead", "トルステッド の資金調達は1件です")]
    public async Task A_table_and_a_heading_teach_other_spellings_too(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(
            Day with
            {
                Technology = [new FixtureNews("トルステッド（Tollstead）、4億ドルを調達", "橋の道具を作る会社です。", 1)],
                Rounds =
                [
                    new FixtureRound("Ankerbolt（アンカーボルト）", "港の錨", "3億ドル", "Tidewater", "-", 5),
                    new FixtureRound("ヴェローリン（Velorin）", "山の索道", "2億ドル", "Tidewater", "-", 5),
                    new FixtureRound("Pinecrest（旧Harrowgate）", "谷の橋", "1億ドル", "Tidewater", "-", 5),
                ],
            }
        );

        Assert.StartsWith(first, await desk.FirstLineAsync(line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ankerbolt（米国）")]
    [InlineData("Ankerbolt（AI）")]
    [InlineData("Ankerbolt（シリーズB）")]
    [InlineData("Ankerbolt (Series B)")]
    [InlineData("Ankerbolt（2024年創業）")]
    [InlineData("Ankerbolt（NASDAQ: ANKB）")]
    [InlineData("Ankerbolt（US）")]
    [InlineData("Ankerbolt (France)")]
    [InlineData("Ankerbolt（アメリカ）")]
    [InlineData("Ankerbolt（ロボット）")]
    [InlineData("Ankerbolt（Ankerbolt）")]
    [InlineData("Ankerbolt（）")]
    [InlineData("Ankerbolt（2025）")]
    public void A_note_that_is_no_name_teaches_nothing(string cell)
    {
        var day = Day with { Technology = [], Rounds = [new FixtureRound(cell, "港の錨", "3億ドル", "Tidewater", "-", 5)] };

        var round = Assert.Single(day.Read().Briefing.Funding);

        Assert.Equal("Ankerbolt", round.Company);
        Assert.Empty(round.Aliases);
    }

    [Fact]
    public void The_shipped_list_has_no_name_twice_and_some_three_hundred_companies()
    {
        var aliases = CompanyAliases.Shipped;

        Assert.InRange(aliases.Count, 600, 1500);
        Assert.Equal("NVIDIA", aliases.Of("エヌビディア")[0]);
        Assert.Equal(["xAI", "エックスエーアイ", "エックスAI"], aliases.Of("ｘ．ａｉ"));
        Assert.Empty(aliases.Of("Openpier"));
        Assert.Empty(aliases.Of(""));
    }

    [Fact]
    public void A_line_with_a_problem_is_told_with_its_number_and_the_rest_is_read()
    {
        var (aliases, problems) = CompanyAliases.Read(
            "# names\nOpenpier = オープンピア\n\nno equals\nA = !!!\nB = オープンピア\nC＝シー、しー\r\n"
        );

        Assert.Equal(
            [(4, CompanyAliasFault.NoEquals, 0), (5, CompanyAliasFault.NoName, 0), (6, CompanyAliasFault.Twice, 2)],
            problems.Select(problem => (problem.Line, problem.Fault, problem.Other))
        );
        Assert.Equal("Openpier", aliases.Of("オープンピア")[0]);
        Assert.Equal(["C", "シー", "しー"], aliases.Of("c"));
    }

    [Fact]
    public void Lists_are_joined_where_they_know_the_same_company()
    {
        var joined = CompanyAliases.Read("A = エー\nB = ビー").Aliases.With(CompanyAliases.Read("A = Aye, えー").Aliases);

        Assert.Equal(["A", "エー", "Aye", "えー"], joined.Of("aye"));
        Assert.Equal(["B", "ビー"], joined.Of("b"));
    }
}
