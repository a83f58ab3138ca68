using System.Globalization;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Text;
using Bot.Web.Exposure;
using Bot.Web.Pages;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Reading;

/// <summary>
/// Maps the archive's pages: a year's list, and a day at an address that stays (<c>/us-ai/2026-01-06</c>,
/// <c>/us-ai/2026-01-06/evening</c>).
/// </summary>
internal static class ReadingEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(PageRoutes.Archive, Methods, ShowNewestYear).ExcludeFromDescription();
        routes.MapMethods(PageRoutes.Archive + "/{series}/{year:int:min(1):max(9999)}", Methods, ShowYear).ExcludeFromDescription();
        routes.MapMethods("/{series}/{date:length(10)}/{edition?}", Methods, ShowDay).ExcludeFromDescription();
    }

    private static Task<IResult> ShowNewestYear(HttpContext context, ArchiveReader reader, SessionCookie session) =>
        reader.Series is [var first, ..] ? ListAsync(context, first, null, reader, session) : Task.FromResult(Results.NotFound());

    private static Task<IResult> ShowYear(HttpContext context, string series, int year, ArchiveReader reader, SessionCookie session) =>
        Known(reader, series) is { } known ? ListAsync(context, known, year, reader, session) : Task.FromResult(Results.NotFound());

    private static async Task<IResult> ListAsync(HttpContext context, Series series, int? year, ArchiveReader reader, SessionCookie session)
    {
        var shown = await reader.YearAsync(series, year, context.RequestAborted);
        if (shown is null && year is not null)
        {
            return Results.NotFound();
        }

        var locale = PageLocale.Of(context.Request);
        var title = PageTexts.In(locale)["Archive"];
        return PageEndpoints.Page<ArchivePage>(
            new()
            {
                [nameof(ArchivePage.Frame)] = PageEndpoints.Frame(
                    context,
                    session,
                    shown is null ? title : $"{title} {shown.Year.ToString(CultureInfo.InvariantCulture)} {series.Name}"
                ),
                [nameof(ArchivePage.Series)] = series,
                [nameof(ArchivePage.Known)] = reader.Series,
                [nameof(ArchivePage.Shown)] = shown,
                [nameof(ArchivePage.Today)] = reader.TodayOf(series),
            }
        );
    }

    private static async Task<IResult> ShowDay(
        HttpContext context,
        string series,
        string date,
        string? edition,
        ArchiveReader reader,
        Asking asking,
        CommandDispatcher commands,
        SessionCookie session
    )
    {
        if (
            Known(reader, series) is not { } known
            || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
        {
            return Results.NotFound();
        }

        var locale = PageLocale.Of(context.Request);
        var shown = await reader.DayAsync(known, day, edition ?? "", locale, context.RequestAborted);
        var asked = await asking.AnswerAsync(context.Request, locale, context.RequestAborted, known.Key);
        var name = Dates.Day(day, reader.TodayOf(known), locale);
        return PageEndpoints.Page<DayPage>(
            new()
            {
                [nameof(DayPage.Frame)] = PageEndpoints.Frame(
                    context,
                    session,
                    asked?.Question ?? (shown.Issue is { } issue ? $"{name} {issue.Root.Title}" : name)
                ),
                [nameof(DayPage.Day)] = shown,
                [nameof(DayPage.Today)] = reader.TodayOf(known),
                [nameof(DayPage.Catalogue)] = PageEndpoints.Offered(commands.Catalogue),
                [nameof(DayPage.Asked)] = asked,
            },
            shown.Issue is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK
        );
    }

    private static Series? Known(ArchiveReader reader, string key) => reader.Series.FirstOrDefault(series => series.Key == key);
}
