using Bot.Briefings.Dates;
using Bot.Briefings.Model;
using Bot.Briefings.Text;

namespace Bot.Briefings.Tests.Dates;

public sealed class DateTests
{
    [Theory]
    [InlineData("2026年1月6日", "2026-01-06")]
    [InlineData("２０２６年１月１２日", "2026-01-12")]
    [InlineData("2026 年 1 月 6 日（火）", "2026-01-06")]
    [InlineData("2026/01/06", "2026-01-06")]
    [InlineData("2026-1-6", "2026-01-06")]
    [InlineData("2026.1.6", "2026-01-06")]
    [InlineData("January 6th, 2026", "2026-01-06")]
    [InlineData("Jan. 6, 2026", "2026-01-06")]
    [InlineData("6 Jan 2026", "2026-01-06")]
    [InlineData("6th of January, 2026", "2026-01-06")]
    [InlineData("(2026, January 5)", "2026-01-05")]
    [InlineData("令和8年1月6日", "2026-01-06")]
    [InlineData("R8.1.6", "2026-01-06")]
    [InlineData("二〇二六年一月十六日", "2026-01-16")]
    [InlineData("1/6/2026", "2026-01-06")]
    [InlineData("16/1/2026", "2026-01-16")]
    [InlineData("2026年1月", "2026-01")]
    [InlineData("(2026, January)", "2026-01")]
    [InlineData("January 2026", "2026-01")]
    [InlineData("2026-01", "2026-01")]
    [InlineData("2026", "2026")]
    [InlineData("2026年", "2026")]
    [InlineData("2026年2月30日", "2026-02")]
    [InlineData("1月6日", null)]
    [InlineData("version 12026 of 3", null)]
    [InlineData("maybe", null)]
    public void A_date_is_as_precise_as_written(string text, string? expected) =>
        Assert.Equal(expected, DateScanner.FindAll(Folding.Fold(text)).Select(date => date.ToIso()).FirstOrDefault());

    [Theory]
    [InlineData("# 概要 2026年1月6日\n", true)]
    [InlineData("---\ndate: 2026-01-06\n---\n# 概要\n", false)]
    [InlineData("# 概要\n\nOn January 6, 2026 it rained.\n", false)]
    [InlineData("# 1月6日の概要\n\n2026年の話です。\n", false)]
    public void The_date_comes_from_title_front_matter_or_lead(string text, bool fromTitle)
    {
        var briefing = new BriefingReader().Read(text).Briefing;

        Assert.Equal(new DateOnly(2026, 1, 6), briefing.Date);
        Assert.Equal(!fromTitle, briefing.Warnings.Any(warning => warning.Code == WarningCodes.DateNotInTitle));
    }

    [Fact]
    public void Without_a_date_there_is_none_and_no_warning_about_its_place()
    {
        var briefing = new BriefingReader().Read("# 概要\n\n本文。\n").Briefing;

        Assert.Null(briefing.Date);
        Assert.DoesNotContain(briefing.Warnings, warning => warning.Code == WarningCodes.DateNotInTitle);
    }
}
