using System.Text.RegularExpressions;

namespace Bot.Tests.Architecture;

/// <summary>What a folder must not see: within a part the compiler does not tell.</summary>
public sealed class FolderTests
{
    public static TheoryData<string, string[]> Rules =>
        new()
        {
            // Outline, then entries, then facts: what comes first knows nothing of what is made of it.
            {
                "Bot.Briefings/Model",
                ["Markdig", "Bot.Briefings.Outlines", "Bot.Briefings.Entries", "Bot.Briefings.Reading", "Bot.Briefings.Funding"]
            },
            {
                "Bot.Briefings/Outlines",
                [
                    "Bot.Briefings.News",
                    "Bot.Briefings.Funding",
                    "Bot.Briefings.Outlooks",
                    "Bot.Briefings.References",
                    "Bot.Briefings.Companies",
                ]
            },
            {
                "Bot.Briefings/Entries",
                ["Bot.Briefings.News", "Bot.Briefings.Funding", "Bot.Briefings.References", "Bot.Briefings.Companies"]
            },
            // Facts are read from entries, never from lists, headings or tables.
            { "Bot.Briefings/News", ["Markdig"] },
            { "Bot.Briefings/Funding/Sentences", ["Markdig"] },
            { "Bot.Briefings/Json", ["Markdig", "Bot.Briefings.Reading"] },
            // The platforms' cast: the client knows nobody, and what sends knows nothing of what comes in.
            { "Bot.Slack/Api", ["Bot.Slack.Sending", "Bot.Slack.Receiving", "Bot.Slack.Rendering"] },
            { "Bot.Slack/Sending", ["Bot.Slack.Receiving"] },
            { "Bot.Discord/Api", ["Bot.Discord.Sending", "Bot.Discord.Receiving"] },
            { "Bot.Discord/Sending", ["Bot.Discord.Receiving"] },
            // One room for the ledger.
            {
                "Bot.Delivery/Ledger",
                ["Bot.Delivery.Sending", "Bot.Delivery.Operations", "Bot.Delivery.Alerts", "Bot.Delivery.Administering"]
            },
            { "Bot.Delivery/Waking", ["Bot.Delivery.Ledger", "Bot.Delivery.Planning", "Bot.Delivery.Sending", "Bot.Delivery.Operations"] },
            { "Bot.Archive/Entities", ["Bot.Archive.Saving", "Bot.Archive.Queries", "Bot.Archive.Ledger", "Bot.Archive.Setup"] },
            { "Bot.Archive/Queries", ["Bot.Archive.Ledger", "Bot.Archive.Installations", "Bot.Archive.Secrets"] },
            // One folder, one command.
            { "Bot.Answers/Briefings", ["Bot.Answers.Funding", "Bot.Answers.Outlooks", "Bot.Answers.Sources", "Bot.Answers.Help"] },
            { "Bot.Answers/Outlooks", ["Bot.Answers.Funding", "Bot.Answers.Briefings", "Bot.Answers.Sources", "Bot.Answers.Help"] },
            { "Bot.Answers/Sources", ["Bot.Answers.Funding", "Bot.Answers.Outlooks", "Bot.Answers.Briefings", "Bot.Answers.Help"] },
        };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_folder_does_not_see_what_the_plan_keeps_from_it(string folder, string[] others)
    {
        var sources = Sources.Of("*.cs").Where(source => source.Path.StartsWith(folder + "/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sources);
        Assert.Empty(
            from source in sources
            from other in others
            where
                Regex.IsMatch(
                    source.Text,
                    $@"^using (?:static )?{Regex.Escape(other)}(?:\.[\w.]+)?;",
                    RegexOptions.Multiline | RegexOptions.NonBacktracking
                )
            select $"{source.Path} sees {other}"
        );
    }
}
