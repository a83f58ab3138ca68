using Bot.Answers.Companies;
using Bot.Answers.Funding;
using Bot.Answers.Help;
using Bot.Answers.Outlooks;
using Bot.Answers.Replies;
using Bot.Answers.Sources;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Archive;
using Bot.Archive.Queries;
using Bot.Briefings.Reading;
using Bot.Chat;
using Bot.Chat.Commands;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers;

/// <summary>The reading commands as data, each with its handler.</summary>
public static class AnswersCatalogue
{
    /// <summary>Makes the commands. They are thread-safe and live as long as the process: queries are compiled once.</summary>
    /// <param name="access">What may be asked about.</param>
    /// <param name="all">The whole catalogue for <c>/help</c>, commands of other parts included; null: these alone.</param>
    public static IReadOnlyList<Command> Create(
        IDbContextFactory<ArchiveContext> contexts,
        BriefingReader reader,
        SeriesCatalogue access,
        TimeProvider clock,
        Func<IReadOnlyList<Command>>? all = null)
    {
        var briefings = new BriefingQueries(contexts);
        var funding = new FundingQueries(contexts);
        var references = new ReferenceQueries(contexts);
        var companies = new CompanyQueries(contexts, clock);
        var nearest = new NearestNames();
        var lookup = new FundingLookup(briefings, funding, companies, nearest);
        IReadOnlyList<Command> commands = [];
        commands =
        [
            new Command(
                FundingHandler.Name,
                AnswerTexts.Both(AnswerText.CommandFunding),
                [
                    new CommandArgument("company", AnswerTexts.Both(AnswerText.CommandFundingCompany), [])
                    {
                        Label = AnswerTexts.Both(AnswerText.ArgumentCompany),
                        Suggestions = new CompanySuggestions(access, companies, nearest),
                    },
                ],
                "funding",
                new FundingHandler(access, lookup, references, new SectionNames(briefings, reader), clock)),
            new Command(
                OutlookHandler.Name,
                AnswerTexts.Both(AnswerText.CommandOutlook),
                [HorizonArgument.Argument],
                "outlook medium",
                new OutlookHandler(access, briefings, new OutlookQueries(contexts), references, clock)),
            new Command(
                SourcesHandler.Name,
                AnswerTexts.Both(AnswerText.CommandSources),
                [
                    new CommandArgument("which", AnswerTexts.Both(AnswerText.CommandSourcesWhich), [])
                    {
                        Label = AnswerTexts.Both(AnswerText.ArgumentWhich),
                        Suggestions = new DateSuggestions(access, briefings),
                    },
                ],
                "sources 1",
                new SourcesHandler(access, briefings, references, clock)),
            new Command(
                HelpHandler.Name,
                AnswerTexts.Both(AnswerText.CommandHelp),
                [
                    new CommandArgument("command", AnswerTexts.Both(AnswerText.CommandHelpName), [])
                    {
                        Label = AnswerTexts.Both(AnswerText.ArgumentCommand),
                        Suggestions = new CommandSuggestions(all ?? (() => commands)),
                    },
                ],
                "help funding",
                new HelpHandler(all ?? (() => commands), access, funding, clock)),
        ];
        return commands;
    }
}
