using Bot.Answers.Analysis;
using Bot.Answers.Arguments;
using Bot.Answers.Asking;
using Bot.Answers.Briefings;
using Bot.Answers.Catchup;
using Bot.Answers.Companies;
using Bot.Answers.Funding;
using Bot.Answers.Help;
using Bot.Answers.Insights;
using Bot.Answers.Items;
using Bot.Answers.New;
using Bot.Answers.News;
using Bot.Answers.Outlooks;
using Bot.Answers.Replies;
using Bot.Answers.Search;
using Bot.Answers.Sources;
using Bot.Answers.Suggestions;
using Bot.Answers.Tech;
using Bot.Answers.Timelines;
using Bot.Answers.Trends;
using Bot.Answers.Watches;
using Bot.Archive.Queries;
using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Briefings;
using Bot.Briefings.Companies;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Answers;

public static class AnswerServices
{
    /// <summary>Names of the reading commands.</summary>
    public static IReadOnlyList<string> CommandNames { get; } =
    [
        BriefingHandler.Name,
        FundingHandler.Name,
        OutlookHandler.Name,
        CompanyHandler.Name,
        SourcesHandler.Name,
        CatchupHandler.Name,
        HelpHandler.Name,
        NewsHandler.Name,
        TechHandler.Name,
        AnalysisHandler.Name,
        InsightHandler.Name,
        SearchHandler.Name,
        NewHandler.Name,
        TrendHandler.Name,
        AskHandler.Name,
        WatchHandler.Name,
        WatchesHandler.Name,
        UnwatchHandler.Name,
    ];

    /// <summary>
    /// The reading commands, each described by its <see cref="ICommandDefinition"/>. Requires the archive's contexts, its
    /// reader, the series, <see cref="TimeProvider"/> and, for help, the <see cref="CommandCatalogue"/> of all parts. All
    /// services are thread-safe singletons, so queries are compiled once.
    /// </summary>
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<ReadModel>();
        services.AddSingleton<IReadModel>(provider => provider.GetRequiredService<ReadModel>());
        services.AddSingleton<BriefingQueries>();
        services.AddSingleton<EmptyArchive>();
        services.AddSingleton<IssueQueries>();
        services.AddSingleton<FundingQueries>();
        services.AddSingleton<DealQueries>();
        services.AddSingleton<ItemQueries>();
        services.AddSingleton<OutlookQueries>();
        services.AddSingleton<ReferenceQueries>();
        services.AddSingleton<CompanyQueries>();
        services.TryAddSingleton(CompanyAliases.Shipped);
        services.AddSingleton<NearestNames>();
        services.AddSingleton<CompanySpellings>();
        services.AddSingleton<MentionPlaces>();
        services.AddSingleton(provider => provider.GetRequiredService<BriefingReader>().Terms);
        services.AddSingleton<CompanyList>();
        services.AddSingleton<FundingArgumentsReader>();
        services.AddSingleton<FilteredDeals>();
        services.AddSingleton<FundingLookup>();
        services.AddSingleton<AskedTimes>();
        services.AddSingleton<AskedFilters>();
        services.AddSingleton<AskedEditions>();
        services.AddSingleton<TimeSuggestions>();
        services.AddSingleton<CompanySuggestions>();
        services.AddSingleton<CompanySubjects>();
        services.AddSingleton<QuestionReader>();
        services.AddSingleton<QuestionSuggestions>();
        services.AddSingleton<ISubjects, AskedSubjects>();

        // Deferred, because help is part of the catalogue it shows.
        services.AddSingleton<Func<CommandCatalogue>>(provider => provider.GetRequiredService<CommandCatalogue>);
        services.AddSingleton<CommandSuggestions>();
        services.AddSingleton<ArchivedThreads>();
        services.AddSingleton<BriefingHandler>();
        services.AddSingleton<FundingHandler>();
        services.AddSingleton<OutlookHandler>();
        services.AddSingleton<SourcesHandler>();
        services.AddSingleton<ItemList>();
        services.AddSingleton<ItemsOfDay>();
        services.AddSingleton<CompanyTimelines>();
        services.AddSingleton<CompanyHandler>();
        services.AddSingleton<NewStories>();
        services.AddSingleton<NewHandler>();
        services.AddSingleton<CatchupStories>();
        services.AddSingleton<CatchupHandler>();
        services.AddSingleton<MentionQueries>();
        services.AddSingleton<FundingTrends>();
        services.AddSingleton<TrendSuggestions>();
        services.AddSingleton<TrendHandler>();
        services.AddSingleton<NewsHandler>();
        services.AddSingleton<TechHandler>();
        services.AddSingleton<AnalysisHandler>();
        services.AddSingleton<InsightHandler>();
        services.AddSingleton<SearchHandler>();
        services.AddSingleton<QuestionAnswers>();
        services.AddSingleton<AskHandler>();
        services.TryAddSingleton<WatchStore>();
        services.TryAddSingleton<ArchiveTransactions>();
        services.AddSingleton<WatchSuggestions>();
        services.AddSingleton<WatchHandler>();
        services.AddSingleton<WatchesHandler>();
        services.AddSingleton<UnwatchHandler>();
        services.AddSingleton<HelpHandler>();
        services.AddSingleton<ICommandDefinition, BriefingCommand>();
        services.AddSingleton<ICommandDefinition, FundingCommand>();
        services.AddSingleton<ICommandDefinition, OutlookCommand>();
        services.AddSingleton<ICommandDefinition, SourcesCommand>();
        services.AddSingleton<ICommandDefinition, CompanyCommand>();
        services.AddSingleton<ICommandDefinition, CatchupCommand>();
        services.AddSingleton<ICommandDefinition, NewsCommand>();
        services.AddSingleton<ICommandDefinition, TechCommand>();
        services.AddSingleton<ICommandDefinition, AnalysisCommand>();
        services.AddSingleton<ICommandDefinition, InsightCommand>();
        services.AddSingleton<ICommandDefinition, SearchCommand>();
        services.AddSingleton<ICommandDefinition, AskCommand>();
        services.AddSingleton<ICommandDefinition, NewCommand>();
        services.AddSingleton<ICommandDefinition, WatchCommand>();
        services.AddSingleton<ICommandDefinition, WatchesCommand>();
        services.AddSingleton<ICommandDefinition, UnwatchCommand>();
        services.AddSingleton<ICommandDefinition, TrendCommand>();
        services.AddSingleton<ICommandDefinition, HelpCommand>();
        return services;
    }
}
