using Bot.Chat;
using Bot.Chat.Calls;
using Bot.Slack.Api;

namespace Bot.Slack.Setup;

/// <summary>
/// A token of an app installed for a whole organisation (Enterprise Grid). It does not act for one workspace: each call has to name a
/// team, which this bot does not do (https://docs.slack.dev/enterprise/developing-for-enterprise-orgs).
/// </summary>
internal static class OrganisationToken
{
    /// <summary>The alert's reason.</summary>
    public const string Reason = "org-wide-installation";

    public static LocalizedText Trouble => SlackTexts.Both("OrganisationToken");

    /// <param name="ok">The answer of auth.test.</param>
    public static bool Is(SlackAnswer.Ok ok) => ok.Body.FlagAt("is_enterprise_install") || ok.Text("team_id") is ['E', ..];
}
