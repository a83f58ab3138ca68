using System.Globalization;
using Bot.Chat;

namespace Bot.Intake;

/// <summary>
/// Holds a briefing whose date is far from today: the wrong year in January is the classic mistake, and a thread of last
/// year's news in every channel cannot be taken back.
/// </summary>
public sealed class DateRule(SeriesCatalogue series, int maxDaysFromToday)
{
    /// <summary>Why the date is held; null when it is near enough.</summary>
    /// <param name="isBackfill">Old days are being filled in without deliveries: then only a day to come is a slip.</param>
    public LocalizedText? Judge(Series of, DateOnly date, bool isBackfill)
    {
        var today = series.TodayOf(of);
        var days = date.DayNumber - today.DayNumber;
        if (Math.Abs(days) <= maxDaysFromToday || (isBackfill && days < 0))
        {
            return null;
        }

        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var now = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (japanese, english) = days < 0 ? ($"{-days} 日前", $"{-days} days before") : ($"{days} 日後", $"{days} days after");
        var (backfillJapanese, backfillEnglish) = days < 0
            ? ("。過去分の取り込みは、配信しない指定（--no-deliver、deliver=false）なら保留しません", ". Old days that are filled in without deliveries (--no-deliver, deliver=false) are not held")
            : ("", "");
        return new(
            $"日付 {day} は今日（{now}、{of.Zone}）の{japanese}です。確認があるまで保存だけをし、配信も回答もしません。正しければ confirm {of.Key} {day} で公開し、誤りなら直してもう一度入れてください{backfillJapanese}",
            $"the date {day} is {english} today ({now}, {of.Zone}). Until it is confirmed it is only stored, neither delivered nor answered from: release it with confirm {of.Key} {day}, or correct it and send it again{backfillEnglish}");
    }
}
