using Bot.Answers.Analysis;
using Bot.Answers.Arguments;
using Bot.Answers.Funding;
using Bot.Answers.Insights;
using Bot.Answers.New;
using Bot.Answers.News;
using Bot.Answers.Outlooks;
using Bot.Answers.Search;
using Bot.Answers.Sources;
using Bot.Answers.Tech;
using Bot.Answers.Timelines;
using Bot.Briefings.Filters;

namespace Bot.Answers.Asking;

/// <summary>A question as the command that answers it.</summary>
/// <param name="Command">Name of a reading command.</param>
/// <param name="Text">Its arguments, which mean the same at any time.</param>
public sealed record QuestionQuery(string Command, string Text)
{
    /// <summary>Whether the command lists its answer in pages.</summary>
    public bool HasPages =>
        Command is FundingHandler.Name or NewsHandler.Name or SearchHandler.Name or TechHandler.Name or CompanyHandler.Name;

    /// <summary>Without slash.</summary>
    public string Line => $"{Command} {Text}".TrimEnd();

    public static QuestionQuery Of(AskedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var days = question.Days is { } span ? TimeArgument.Text(span) : "";
        return question.About switch
        {
            AskedAbout.News => new(NewsHandler.Name, Printed(question.Filter)),
            AskedAbout.Tech => new(TechHandler.Name, Printed(question.Filter)),
            AskedAbout.Investments => new(SearchHandler.Name, Printed(question.Filter, FilterKind.Deal)),
            AskedAbout.Outlook when question.Companies.Count + question.Quoted.Count > 0 => new(
                SearchHandler.Name,
                Printed(question.Filter, FilterKind.Outlook)
            ),
            AskedAbout.Outlook => new(
                OutlookHandler.Name,
                Joined(
                    question.Horizon is { } horizon ? HorizonArgument.Value(horizon) : "",
                    question.AsksChanges ? OutlookHandler.Changes : "",
                    days
                )
            ),
            AskedAbout.Company => new(CompanyHandler.Name, Joined(question.Companies[0], days)),
            AskedAbout.Insight => new(InsightHandler.Name, days),
            AskedAbout.Analysis => new(AnalysisHandler.Name, Joined(question.AsksChanges ? AnalysisHandler.Diff : "", days)),
            AskedAbout.Sources => new(SourcesHandler.Name, days),
            AskedAbout.New => new(NewHandler.Name, days),
            _ => new(
                FundingHandler.Name,
                Joined(string.Join(", ", question.Companies), question.View, string.Join(' ', question.Conditions), days)
            ),
        };
    }

    private static string Printed(Filter? filter, FilterKind? kind = null) =>
        Filter.AllOf([
            .. filter is null ? Array.Empty<Filter>() : [filter],
            .. kind is { } of ? [new Filter.Kind(of)] : Array.Empty<Filter>(),
        ])
            is { } whole
            ? FilterPrinter.Print(whole)
            : "";

    private static string Joined(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
