using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;
using Bot.Configuration;

namespace Bot.Diagnosis;

/// <summary>
/// The last line of <c>doctor</c>: the one thing to do next on the way from a fresh folder to a channel that gets its briefings.
/// </summary>
internal static class SetupStep
{
    /// <param name="subscriptions">Active ones; empty if there is no database yet.</param>
    public static LocalizedText Of(BotOptions options, IReadOnlyList<Finding> findings, IReadOnlyList<Subscription> subscriptions)
    {
        if (findings.Any(finding => finding.Verdict == Verdict.Failed))
        {
            return HostTexts.Both("SetupStep.Mend");
        }

        var platforms = new[] { (Id: PlatformId.Slack, options.Slack.IsOn), (Id: PlatformId.Discord, options.Discord.IsOn) }
            .Where(platform => platform.IsOn)
            .Select(platform => platform.Id.Value)
            .ToList();
        var hasSource = options.Intake is { Inbox: not null } or { ApiTokens.Count: > 0 } or { Feeds.Count: > 0 };
        return platforms.Count == 0 ? HostTexts.Both("SetupStep.Connect", options.Web.Url)
            : !subscriptions.Any(row => platforms.Contains(row.Platform)) ? HostTexts.Both("SetupStep.Subscribe")
            : !hasSource ? HostTexts.Both("SetupStep.Ingest")
            : HostTexts.Both("SetupStep.Nothing");
    }
}
