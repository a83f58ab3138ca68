using Bot.Briefings.Model;
using Bot.Testing.Briefings;

namespace Bot.Archive.Tests.Saving;

/// <summary>The fixture that many tests build on is read as intended.</summary>
public sealed class FixtureBriefingTests
{
    [Fact]
    public void The_reader_finds_everything_in_it_and_nothing_to_warn_of()
    {
        var fixture = new FixtureBriefing();

        var briefing = fixture.Read().Briefing;

        Assert.Empty(briefing.Warnings);
        Assert.Equal(fixture.Date, briefing.Date);
        Assert.Equal(
            fixture.Technology.Concat(fixture.Marketing).Select(news => news.Headline),
            briefing.News.Select(news => news.Headline)
        );
        Assert.Equal(fixture.Rounds.Select(round => round.Company), briefing.Funding.Select(round => round.Company));
        Assert.Equal(12_000_000_000m, briefing.Funding[0].Amount!.Value);
        Assert.Equal([Horizon.Short, Horizon.Medium, Horizon.Long], briefing.Outlook.Select(outlook => outlook.Horizon));
        Assert.Equal(fixture.References.Select(reference => reference.Url), briefing.References.Select(reference => reference.Url));
        Assert.Equal(2, briefing.Tables.Single(table => table.Section == SectionKind.Analysis).RowCount);
        Assert.Equal(fixture.Dives.Count, briefing.DeepDives.Count);
    }

    [Fact]
    public void What_it_leaves_out_leaves_out_its_section() =>
        Assert.Equal(7, (new FixtureBriefing() with { Rounds = [] }).Read().Briefing.Sections.Count);
}
