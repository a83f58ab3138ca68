using Bot.Briefings.Model;
using Bot.Chat;

namespace Bot.Posts.Tests;

public class WhatChangedTests
{
    [Fact]
    public void New_companies_are_todays_subjects_that_were_not_named_at_all()
    {
        var previous = Briefing(["Quay"], []) with { Companies = [new CompanyMention("Mossbank", "mossbank", MentionRole.Text, 1, default)] };
        var changed = WhatChanged.Between(previous, Briefing(["Ｑｕａｙ", "Mossbank", "Lantern"], ["Tidewater", "Lantern（港）"]));
        Assert.Equal(2, changed.New);
    }

    [Fact]
    public void Continuing_items_have_a_company_that_was_a_subject_before()
    {
        var changed = WhatChanged.Between(Briefing(["Quay"], ["Harrow"]), Briefing(["quay", "Harrow", "Lantern"], []));
        Assert.Equal(2, changed.Continuing);
    }

    [Fact]
    public void Ended_items_have_no_company_that_today_names()
    {
        var current = Briefing(["Lantern"], []) with { Companies = [new CompanyMention("Quay", "quay", MentionRole.Investor, 2, default)] };
        Assert.Equal(1, WhatChanged.Between(Briefing(["Quay", "Briar"], []), current).Ended);
    }

    [Fact]
    public void An_item_without_companies_neither_continues_nor_ends()
    {
        var without = new Briefing { News = [Item()] };
        Assert.Equal(new WhatChanged(0, 0, 0), WhatChanged.Between(without, without));
    }

    [Fact]
    public void The_line_leaves_out_what_is_zero_and_is_absent_when_all_is()
    {
        var context = Compose.Context() with { Previous = new PreviousBriefing(new DateOnly(2026, 3, 3), Briefing(["Quay"], [])) };
        Assert.Equal("前回(3/3)から 新規 1社・終了 1件", WhatChanged.Line(context, Briefing(["Lantern"], [])));
        Assert.Null(WhatChanged.Line(context with { Previous = new PreviousBriefing(new DateOnly(2026, 3, 3), new Briefing()) }, new Briefing()));
        Assert.Null(WhatChanged.Line(context with { Previous = null }, Briefing(["Lantern"], [])));
        Assert.Equal("Since 3 Mar: 1 new company · 1 ended", WhatChanged.Line(context with { Locale = Locale.English }, Briefing(["Lantern"], [])));
    }

    private static Briefing Briefing(string[] headlines, string[] funded) => new()
    {
        News = [.. headlines.Select(company => Item(company))],
        Funding = [.. funded.Select(company => new FundingRound { Company = company, SectionOrder = 2, Markdown = company })],
    };

    private static NewsItem Item(params string[] companies) =>
        new() { Section = SectionKind.TechnologyNews, SectionOrder = 1, Headline = "見出し", Markdown = "見出し", Companies = companies };
}
