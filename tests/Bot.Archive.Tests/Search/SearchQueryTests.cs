using Bot.Archive.Search;

namespace Bot.Archive.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("港 荷役", "港の荷役を学ぶ機械", true)]
    [InlineData("港 空港", "港の荷役を学ぶ機械", false)]
    [InlineData("荷役", "荷物の役目", false)]
    [InlineData("港", "空港", true)]
    [InlineData("ＡＩ", "ai基盤", true)]
    [InlineData("AI", "AIR", false)]
    [InlineData("ﾛﾎﾞｯﾄ", "荷役ロボットの学習", true)]
    [InlineData("ロボット", "ﾛﾎﾞｯﾄが来た", true)]
    [InlineData("xAI", "xAI社が公開", true)]
    [InlineData("\"open source\"", "an Open Source model", true)]
    [InlineData("\"open source\"", "the source is open", false)]
    [InlineData("open source", "the source is open", true)]
    [InlineData("「学習モデル」", "学習用のモデル", false)]
    [InlineData("港 OR 山", "山の観測機", true)]
    [InlineData("港|山", "山の観測機", true)]
    [InlineData("観測機 NOT 港", "山の観測機", true)]
    [InlineData("観測機 -山", "山の観測機", false)]
    [InlineData("(港 OR 山) 観測機", "山の観測機", true)]
    [InlineData("(港 OR 海) 観測機", "山の観測機", false)]
    [InlineData("GPT-5", "GPT-5 が出た", true)]
    [InlineData("반도체", "새 반도체 공장", true)]
    [InlineData("未来技術", "未来・技術", false)]
    [InlineData("a AND AND b", "b a", true)]
    [InlineData("((((((((((((a", "a", true)]
    [InlineData("\"a b", "a b", true)]
    [InlineData("a ) b", "a b", true)]
    public void A_text_matches_as_the_query_says(string query, string text, bool matches) =>
        Assert.Equal(matches, SearchMatch.Of(SearchQueryReader.Read(query)!, "", text) is not null);

    [Theory]
    [InlineData("")]
    [InlineData("、。！")]
    [InlineData("NOT a")]
    [InlineData("-a -b")]
    [InlineData("a OR NOT b")]
    [InlineData("AND OR")]
    [InlineData("\"\"")]
    public void What_would_find_everything_or_nothing_is_no_query(string query) => Assert.Null(SearchQueryReader.Read(query));

    [Fact]
    public void A_hit_is_located_in_the_text_as_written()
    {
        const string Text = "先日、ﾛﾎﾞｯﾄ を公開";

        var match = SearchMatch.Of(SearchQueryReader.Read("ロボット")!, "", Text)!.Value;

        Assert.Equal("ﾛﾎﾞｯﾄ", Text.Substring(match.Start, match.Length));
    }

    [Fact]
    public void A_headline_counts_more_than_a_text_and_more_hits_more_than_one()
    {
        var query = SearchQueryReader.Read("港")!;

        Assert.True(SearchMatch.Of(query, "港", "海")!.Value.Score > SearchMatch.Of(query, "海", "港 港 港")!.Value.Score);
        Assert.True(SearchMatch.Of(query, "海", "港 港")!.Value.Score > SearchMatch.Of(query, "海", "港")!.Value.Score);
        Assert.Equal(-1, SearchMatch.Of(query, "港", "海")!.Value.Start);
    }

    [Fact]
    public void Whatever_matches_has_every_token_that_is_looked_up()
    {
        string[] texts = ["港の荷役AIを学ぶ2台", "未来・技術 open source", "ａｂｃ ﾃﾞｰﾀ がぎ", "𠮷野家のAI", "a1b2 三か月"];
        foreach (var text in texts)
        {
            var atoms = SearchAtoms.Of(text);
            var stored = SearchAtoms.Tokens(atoms);
            for (var from = 0; from < atoms.Count; from++)
            {
                for (var count = 1; from + count <= atoms.Count; count++)
                {
                    var phrase = atoms.Skip(from).Take(count).ToList();
                    Assert.Subset(stored.ToHashSet(), SearchAtoms.NeededTokens(phrase).ToHashSet());
                }
            }
        }
    }

    [Fact]
    public void No_text_makes_it_fail()
    {
        const string Letters = "ab港ロﾊﾞ\"「」()|-  \ud83d\ude00\ud83d\0'\\*:^𠮷";
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)])]);

            if (SearchQueryReader.Read(text) is { } query)
            {
                Assert.NotEmpty(SearchExpression.Fts5(query));
                SearchMatch.Of(query, text, text);
            }
        }
    }
}
