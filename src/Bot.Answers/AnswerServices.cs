using Bot.Answers.Arguments;
using Bot.Answers.Briefings;
using Bot.Answers.Companies;
using Bot.Answers.Funding;
using Bot.Answers.Help;
using Bot.Answers.Outlooks;
using Bot.Answers.Replies;
using Bot.Answers.Sources;
using Bot.Answers.Suggestions;
using Bot.Archive.Queries;
using Bot.Chat.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Answers;

public static class AnswerServices
{
    /// <summary>
    /// The reading commands, each described by its <see cref="ICommandDefinition"/>. Requires the archive's contexts, its
    /// reader, the series, <see cref="TimeProvider"/> and, for help, the <see cref="CommandCatalogue"/> of all parts. All
    /// services are thread-safe singletons, so queries are compiled once.
    /// </summary>
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<BriefingQueries>();
        services.AddSingleton<IssueQueries>();
        services.AddSingleton<FundingQueries>();
        services.AddSingleton<OutlookQueries>();
        services.AddSingleton<ReferenceQueries>();
        services.AddSingleton<CompanyQueries>();
        services.AddSingleton<NearestNames>();
        services.AddSingleton<MentionPlaces>();
        services.AddSingleton<FundingLookup>();
        services.AddSingleton<AskedDays>();
        services.AddSingleton<AskedEditions>();
        services.AddSingleton<DateSuggestions>();
        services.AddSingleton<CompanySuggestions>();
        services.AddSingleton<ISubjects, CompanySubjects>();

        // Deferred, because help is part of the catalogue it shows.
        services.AddSingleton<Func<CommandCatalogue>>(provider => provider.GetRequiredService<CommandCatalogue>);
        services.AddSingleton<CommandSuggestions>();
        services.AddSingleton<ArchivedThreads>();
        services.AddSingleton<BriefingHandler>();
        services.AddSingleton<FundingHandler>();
        services.AddSingleton<OutlookHandler>();
        services.AddSingleton<SourcesHandler>();
        services.AddSingleton<HelpHandler>();
        services.AddSingleton<ICommandDefinition, BriefingCommand>();
        services.AddSingleton<ICommandDefinition, FundingCommand>();
        services.AddSingleton<ICommandDefinition, OutlookCommand>();
        services.AddSingleton<ICommandDefinition, SourcesCommand>();
        services.AddSingleton<ICommandDefinition, HelpCommand>();
        return services;
    }
}
