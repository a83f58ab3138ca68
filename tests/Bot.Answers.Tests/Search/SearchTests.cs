using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Search;

public sealed class SearchTests
{
    [Fact]
    public async Task The_best_match_comes_first_with_its_passage_section_day_and_sources()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.StartsWith(
            """
            「荷役」は3件見つかりました

            Harborlight、荷役ロボットの学習モデルを公開
            """,
            await desk.AskAsync("/search 荷役")
        );
        Assert.Contains(
            """
            短期（〜1年）
            荷役の記録を持つ港から先に始まるでしょう。
            1/6・展望
            """,
            await desk.AskAsync("検索 荷役")
        );
    }

    [Theory]
    [InlineData("/search 雪", "「雪」は1件見つかりました")]
    [InlineData("/search ＭＯＳＳＦＩＥＬＤ", "「MOSSFIELD」は2件見つかりました")]
    [InlineData("/search \"自律航行の安全\"", "「\"自律航行の安全\"」は1件見つかりました")]
    [InlineData("/search 港 NOT 荷役", "「港 NOT 荷役」は2件見つかりました")]
    [InlineData("/search 灯台", "「灯台」は見つかりませんでした。")]
    [InlineData("/search 荷役 先週", "「荷役」は見つかりませんでした。")]
    [InlineData("/search", "探す言葉を書いてください。")]
    [InlineData("/search NOT 港", "「NOT 港」では探せません。")]
    public async Task Words_are_found_as_they_are_typed(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Equal(first, await desk.FirstLineAsync(line));
    }

    [Fact]
    public async Task What_is_not_found_says_how_to_search()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Contains("港 NOT 空港", await desk.AskAsync("/search 灯台"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search stage:series-b", "「stage:series-b」は1件見つかりました")]
    [InlineData("検索 会社:mossfield 節:スタートアップ", "「company:mossfield section:startups」は1件見つかりました")]
    [InlineData("/search 調達額>=1億ドル 期間:1/6", "「amount>=$100M date:2026-01-06」は1件見つかりました")]
    [InlineData("/news 会社:Harborlight", "「company:Harborlight」のニュースは2件です")]
    [InlineData("/search compny:xai", "1文字目: 「compny」という項目はありません。")]
    [InlineData("/search 港 ステージ:しど", "8文字目: 「しど」をステージとして読めませんでした。")]
    [InlineData("/search 港 または 雪崩", "「港 または 雪崩」は6件見つかりました")]
    public async Task Fields_are_searched_like_words(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Equal(first, await desk.FirstLineAsync(line));
    }

    [Fact]
    public async Task The_lead_is_found_with_its_passage()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Contains("Quillstoneが大型の資金調達を終えました", await desk.AskAsync("/search 大型の資金調達"), StringComparison.Ordinal);
    }
}
