using Bot.Answers.Companies;
using Bot.Archive.Queries;
using Bot.Briefings.Model;

namespace Bot.Answers.Tests.Companies;

public sealed class NearestNamesTests
{
    private static readonly NearestNames Names = new();

    [Theory]
    [InlineData("xia", "xAI")]
    [InlineData("openia", "OpenAI")]
    [InlineData("open", "OpenAI")]
    [InlineData("anthropci", "Anthropic")]
    [InlineData("アンソロピク", "アンソロピック")]
    public void The_nearest_name_comes_first(string asked, string nearest) =>
        Assert.Equal(nearest, Names.Find(Known("OpenAI", "xAI", "Anthropic", "アンソロピック", "Cisco", "Apollo"), asked, 3)[0].Name);

    [Theory]
    [InlineData("")]
    [InlineData("。")]
    [InlineData("zzzzzz")]
    [InlineData("a")]
    public void What_is_like_no_name_finds_none(string asked) => Assert.Empty(Names.Find(Known("OpenAI", "xAI", "Anthropic"), asked, 3));

    [Fact]
    public void Of_equally_near_names_the_one_named_last_comes_first()
    {
        var known = new CompanySnapshot([new("acmeb", "AcmeB", new DateOnly(2026, 1, 1)), new("acmec", "AcmeC", new DateOnly(2026, 1, 2))]);

        Assert.Equal(["AcmeC", "AcmeB"], Names.Find(known, "acmea", 2).Select(company => company.Name));
    }

    [Theory]
    [InlineData("xai社", "xai")]
    [InlineData("株式会社メルカリ", "メルカリ")]
    [InlineData("lmarenainc", "lmarena")]
    [InlineData("acmetechnologiesinc", "acme")]
    [InlineData("xaiさんの資金調達", "xai")]
    [InlineData("zinc", "zinc")]
    [InlineData("社", "社")]
    [InlineData("inc", "inc")]
    public void What_is_added_to_a_name_is_no_part_of_it(string key, string stem) => Assert.Equal(stem, CompanySpelling.Stem(key));

    [Theory]
    [InlineData("**Elon Musk氏のxAIが200億ドル**", "xAI", true)]
    [InlineData("Apollonia が参入", "Apollo", false)]
    [InlineData("Apollonia と Apollo", "Apollo", true)]
    [InlineData("何もない", "", false)]
    public void A_name_within_another_word_is_not_named(string text, string company, bool named) =>
        Assert.Equal(named, CompanyName.StandsIn(text, company));

    [Fact]
    public void The_nearest_name_is_found_among_ten_thousand()
    {
        var random = new Random(1);
        var others = Enumerable
            .Range(0, 10_000)
            .Select(n => string.Concat(Enumerable.Range(0, 6 + (n % 12)).Select(_ => (char)('a' + random.Next(26)))));

        Assert.Equal("Quillstone", Names.Find(Known([.. others, "Quillstone"]), "quillstoen", 3)[0].Name);
    }

    private static CompanySnapshot Known(params string[] names) =>
        new([.. names.Select(name => new KnownCompany(CompanyName.Key(name), name, new DateOnly(2026, 1, 6)))]);
}
