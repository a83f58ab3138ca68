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
