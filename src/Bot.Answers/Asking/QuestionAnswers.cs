using Bot.Answers.Analysis;
using Bot.Answers.Funding;
using Bot.Answers.Insights;
using Bot.Answers.New;
using Bot.Answers.News;
using Bot.Answers.Outlooks;
using Bot.Answers.Search;
using Bot.Answers.Sources;
using Bot.Answers.Tech;
using Bot.Answers.Timelines;
using Bot.Chat.Commands;

namespace Bot.Answers.Asking;

/// <summary>The commands that a <see cref="QuestionQuery"/> may name.</summary>
public sealed class QuestionAnswers(
    FundingHandler funding,
    SearchHandler search,
    NewsHandler news,
    OutlookHandler outlook,
    CompanyHandler company,
    TechHandler tech,
    InsightHandler insight,
    AnalysisHandler analysis,
    SourcesHandler sources,
    NewHandler fresh
)
{
    public ICommandHandler Of(string command) =>
        command switch
        {
            SearchHandler.Name => search,
            NewsHandler.Name => news,
            OutlookHandler.Name => outlook,
            CompanyHandler.Name => company,
            TechHandler.Name => tech,
            InsightHandler.Name => insight,
            AnalysisHandler.Name => analysis,
            SourcesHandler.Name => sources,
            NewHandler.Name => fresh,
            _ => funding,
        };
}
