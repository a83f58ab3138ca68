using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts;

/// <summary>The companies that no earlier issue of the series names (messages.md, rule 4). Only what can be known is said.</summary>
public static class FirstAppearances
{
    private const int Columns = 44;

    /// <summary>Whose first appearance would be news: companies of today's rounds, and those of today's headlines.</summary>
    public static IReadOnlyList<NamedCompany> Candidates(Briefing briefing) =>
        [
            .. briefing
                .Funding.Select(round => new NamedCompany(round.Company, round.Aliases))
                .Concat(briefing.News.SelectMany(item => item.Companies).Select(company => new NamedCompany(company, [])))
                .Where(company => CompanyName.Key(company.Name).Length > 0)
                .DistinctBy(company => CompanyName.Key(company.Name)),
        ];

    /// <summary><c>初登場 19社: A・B・C ほか</c>; null if there is none, or nothing to compare with.</summary>
    public static string? Line(ComposeContext context)
    {
        if (context.FirstAppearances.Count == 0)
        {
            return null;
        }

        var texts = Texts.In(context.Locale);
        var names = context.FirstAppearances;
        var line = names[0];
        var shown = 1;
        while (shown < names.Count && DisplayWidth.Of(line + texts.Separator + names[shown]) <= Columns)
        {
            line += texts.Separator + names[shown++];
        }

        return texts.Format(
            "FirstAppearances",
            Counters.Of(Counter.Companies, names.Count, context.Locale),
            line + (shown < names.Count ? texts["AndOthers"] : "")
        );
    }
}
