using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts;

/// <summary>
/// What a briefing brings against the one before (messages.md, rule 4), counted from the data alone. The subjects of a
/// briefing are the companies of its funding rounds and of its news headlines; it names a company if that is a subject,
/// an investor or stands in bold anywhere in it. Companies are compared by <see cref="CompanyName.Key"/>.
/// </summary>
/// <param name="New">Companies: subjects today that the previous briefing does not name at all.</param>
/// <param name="Continuing">Today's news items of which at least one company was a subject of the previous briefing.</param>
/// <param name="Ended">The previous briefing's news items of which today's briefing names no company.</param>
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
