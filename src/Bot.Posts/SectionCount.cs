using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Posts.Funding;

namespace Bot.Posts;

/// <summary>How many items a section has, in words; the same in the root's contents and in the section's heading.</summary>
internal static class SectionCount
{
    /// <summary>Empty for an empty section, and for an outlook, whose horizons nobody counts.</summary>
    public static string Of(Section section, Briefing briefing, Locale locale)
    {
        var rows = briefing.Tables.Where(table => table.SectionOrder == section.Order).Sum(table => table.RowCount);
        if (section.Kind == SectionKind.Startups)
        {
            return RoundCount.OfCompanies([.. briefing.Funding.Where(round => round.SectionOrder == section.Order)], locale);
        }

        var count = section.ItemCount;
        return count == 0 || section.Kind == SectionKind.Outlook
            ? ""
            : Counters.Of(Counters.For(section.Kind, countsRows: rows > 0 && rows == section.ItemCount), count, locale);
    }
}
