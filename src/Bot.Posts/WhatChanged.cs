using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts;

/// <summary>
/// What a briefing adds compared with the previous one (messages.md, rule 4), counted from the data alone. The subjects
/// of a briefing are the companies in its funding rounds and news headlines; it names a company if the company is a
/// subject, an investor, or appears in bold anywhere in it. Companies are compared by <see cref="CompanyName.Key"/>.
/// </summary>
/// <param name="New">Companies that are subjects today and not named at all in the previous briefing.</param>
/// <param name="Continuing">Today's news items with at least one company that was a subject of the previous briefing.</param>
/// <param name="Ended">The previous briefing's news items none of whose companies are named today.</param>
public sealed record WhatChanged(int New, int Continuing, int Ended)
{
    public static WhatChanged Between(Briefing previous, Briefing current)
    {
        var subjectsBefore = Subjects(previous);
        var namedBefore = Named(previous);
        var namedNow = Named(current);
        return new WhatChanged(
            Subjects(current).Count(company => !namedBefore.Contains(company)),
            current.News.Count(item => Keys(item.Companies).Any(subjectsBefore.Contains)),
            previous.News.Count(item => Keys(item.Companies).ToList() is { Count: > 0 } companies && !companies.Exists(namedNow.Contains)));
    }

    /// <summary><c>前回(1/5)から 新規 3社・続報 2件・終了 1件</c>; null if nothing changed or there is nothing to compare.</summary>
    public static string? Line(ComposeContext context, Briefing current)
    {
        if (context.Previous is not { } previous)
        {
            return null;
        }

        var texts = Texts.In(context.Locale);
        var changed = Between(previous.Briefing, current);
        var parts = new (string Key, int Count)[] { ("ChangedNew", changed.New), ("ChangedContinuing", changed.Continuing), ("ChangedEnded", changed.Ended) }
            .Where(part => part.Count > 0)
            .Select(part => texts.Count(part.Key, part.Count))
            .ToList();
        return parts.Count == 0
            ? null
            : texts.Format("ChangedSince", Dates.Short(previous.Date, context.Today, context.Locale, context.DateForm), string.Join(texts.Separator, parts));
    }

    private static HashSet<string> Subjects(Briefing briefing) =>
        [.. Keys(briefing.Funding.Select(round => round.Company)), .. Keys(briefing.News.SelectMany(item => item.Companies))];

    private static HashSet<string> Named(Briefing briefing) =>
        [.. Subjects(briefing), .. briefing.Companies.Select(mention => mention.Key), .. Keys(briefing.Funding.SelectMany(round => round.Investors))];

    private static IEnumerable<string> Keys(IEnumerable<string> names) => names.Select(CompanyName.Key).Where(key => key.Length > 0);
}
