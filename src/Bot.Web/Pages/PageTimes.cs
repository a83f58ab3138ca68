using System.Globalization;
using Bot.Chat;
using Bot.Web.Texts;

namespace Bot.Web.Pages;

/// <summary>
/// Formats instants for people: <c>1月6日(火) 7:30 JST</c>, <c>Tue 6 Jan 7:30 JST</c>; with the year if it is not the
/// current one.
/// </summary>
public sealed class PageTimes(WebOptions options, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Zone);

    public string Text(DateTimeOffset instant, Locale locale)
    {
        var local = TimeZoneInfo.ConvertTime(instant, _zone);
        var thisYear = TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone).Year == local.Year;
        var culture = CultureInfo.GetCultureInfo(locale == Locale.Japanese ? "ja-JP" : "en-GB");
        var pattern = PageTexts.In(locale)[thisYear ? "Time.ThisYear" : "Time.OtherYear"];
        return $"{local.ToString(pattern, culture)} {ZoneName(local)}";
    }

    private string ZoneName(DateTimeOffset local)
    {
        if (_zone.Id == "Asia/Tokyo")
        {
            return "JST";
        }

        return local.Offset == TimeSpan.Zero
            ? "UTC"
            : $"UTC{(local.Offset < TimeSpan.Zero ? '-' : '+')}{local.Offset.ToString(@"h\:mm", CultureInfo.InvariantCulture)}";
    }
}
