namespace Bot.Posts.Tests;

public class HeadlineTests
{
    [Theory]
    [InlineData("📰 朝刊 2026年3月4日：港の電力", "港の電力")]
    [InlineData("朝刊 2026年3月4日（水）：港の電力", "港の電力")]
    [InlineData("朝刊 2026年3月4日(水曜日): 港の電力：続報", "港の電力：続報")]
    [InlineData("朝刊 ２０２６年３月４日：港の電力", "港の電力")]
    [InlineData("朝刊（2026年3月4日）── 港の電力", "港の電力")]
    [InlineData("【2026年3月4日】港の電力", "港の電力")]
    [InlineData("朝刊 2026年3月4日号：港の電力", "港の電力")]
    [InlineData("朝刊 3月4日 ｜ 港の電力", "港の電力")]
    [InlineData("2026-03-04: Ports", "Ports")]
    [InlineData("Brief, March 5, 2026: Ferries Learn to Wait", "Ferries Learn to Wait")]
    [InlineData("Brief — 5 March 2026 — Ferries", "Ferries")]
    [InlineData("Brief (Mar. 5, 2026) - Ferries", "Ferries")]
    [InlineData("Brief, Mar 5, 2026 | Ferries", "Ferries")]
    public void The_headline_follows_the_date(string title, string headline) => Assert.Equal(headline, Headline.Of(title).News);

    [Theory]
    [InlineData("港の電力：静かな計算機")]
    [InlineData("朝刊 2026年3月4日")]
    [InlineData("朝刊 2026年3月4日：")]
    [InlineData("The 2026 outlook: ferries")]
    [InlineData("2026年3月4日の朝刊が伝えた港")]
    public void A_title_that_does_not_divide_has_no_news(string title) => Assert.Null(Headline.Of(title).News);

    [Theory]
    [InlineData("📊 今日の港の動き（2026年3月4日）", "📊 今日の港の動き", true)]
    [InlineData("今日の港の動き 2026年3月4日(水)", "今日の港の動き", true)]
    [InlineData("2026年3月4日号 港の便り", "港の便り", true)]
    [InlineData("Harbor Brief, March 4, 2026", "Harbor Brief", true)]
    [InlineData("朝刊 2026年3月4日：港の電力", "朝刊", true)]
    [InlineData("港の電力：静かな計算機", "港の電力：静かな計算機", false)]
    [InlineData("2026年3月4日", "", true)]
    public void A_title_has_a_name_without_its_date(string title, string name, bool hasDate) =>
        Assert.Equal((name, hasDate), (Headline.Of(title).Name, Headline.Of(title).HasDate));
}
