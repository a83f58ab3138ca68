using Bot.Answers.Briefings;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Web.Channel;
using Bot.Web.Rendering;

namespace Bot.Web.Reading;

/// <summary>Reads the archive for its pages: a year's list, and one day whole.</summary>
public sealed class ArchiveReader(SeriesCatalogue catalogue, BriefingQueries briefings, IssueQueries issues, ArchivedThreads threads)
{
    /// <summary>The series that may be read on the web channel, in the order of the configuration.</summary>
    public IReadOnlyList<Series> Series => [.. catalogue.All.Where(series => series.IsOpenTo(PlatformId.Web, WebChannel.Workspace))];

    /// <summary>Today in a series' time zone.</summary>
    public DateOnly TodayOf(Series series) => catalogue.TodayOf(series);

    /// <param name="year">Null for the newest one.</param>
    /// <returns>Null if the year is not in the archive; for a null year, if nothing is.</returns>
    public async Task<ArchiveYear?> YearAsync(Series series, int? year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var years = await issues.YearsAsync(series.Key, cancellationToken);
        return years.Count > 0 && (year ?? years[0].Year) is var shown && years.Any(one => one.Year == shown)
            ? new ArchiveYear(series, shown, years, await issues.OfYearAsync(series.Key, shown, cancellationToken))
            : null;
    }

    /// <param name="edition">As for <see cref="BriefingQueries.OfDayAsync"/>.</param>
    /// <param name="locale">Language of the frame.</param>
    public async Task<ArchiveDay> DayAsync(Series series, DateOnly date, string edition, Locale locale, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var (before, after) = await issues.AroundAsync(series.Key, date, cancellationToken);
        var day = new ArchiveDay(series, date, before, after);
        if (
            await briefings.OfDayAsync(series.Key, date, edition, cancellationToken) is not { } briefing
            || await threads.ComposeAsync(briefing, series, locale, DateForm.Post, cancellationToken) is not { } thread
        )
        {
            return day;
        }

        return day with
        {
            Issue = new ArchiveIssue(
                briefing,
                WebRenderer.Render(thread.Root.Copied()),
                [.. thread.Sections.Select(section => WebRenderer.Render(section.Message.Copied()))],
                await issues.CompaniesAsync(briefing.Id, cancellationToken),
                await briefings.EditionsAsync(series.Key, date, cancellationToken)
            ),
        };
    }
}
