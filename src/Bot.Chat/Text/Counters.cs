using Bot.Briefings.Model;

namespace Bot.Chat.Text;

/// <summary>What is counted in a section.</summary>
public enum Counter
{
    News,
    Companies,

    /// <summary>Funding rounds: a company with two counts twice.</summary>
    Rounds,
    DeepDives,

    /// <summary>Rows of a comparison.</summary>
    Rows,
    Points,
    Horizons,
    References,
    Items,
}

/// <summary>Counts with the right counter word (messages.md, rule 3).</summary>
public static class Counters
{
    /// <summary><c>4件</c>, <c>4 stories</c>.</summary>
    public static string Of(Counter counter, int count, Locale locale) => Texts.In(locale).Count("Count" + counter, count);

    /// <summary>The counter for a kind; an analysis without rows counts points.</summary>
    /// <param name="countsRows">Whether an analysis is counted by its tables' rows.</param>
    public static Counter For(SectionKind kind, bool countsRows) =>
        kind switch
        {
            SectionKind.TechnologyNews or SectionKind.MarketingNews => Counter.News,
            SectionKind.Startups => Counter.Companies,
            SectionKind.FutureTech => Counter.DeepDives,
            SectionKind.Analysis => countsRows ? Counter.Rows : Counter.Points,
            SectionKind.Insights => Counter.Points,
            SectionKind.Outlook => Counter.Horizons,
            SectionKind.References => Counter.References,
            _ => Counter.Items,
        };
}
