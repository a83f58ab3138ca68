using Bot.Chat;
using Bot.Chat.Calls;
using Bot.Slack.Api;

namespace Bot.Slack.Setup;

/// <summary>
/// A token of an application that is installed for a whole organisation (Enterprise Grid). It acts for no one workspace: its
/// calls have to name a team each, which this bot does not do (https://docs.slack.dev/enterprise/developing-for-enterprise-orgs).
/// </summary>
internal static class OrganisationToken
{
    /// <summary>Of the alert.</summary>
    public const string Reason = "org-wide-installation";

    public static LocalizedText Trouble => SlackTexts.Both("OrganisationToken");

    /// <param name="ok">Of auth.test.</param>
    public static bool Is(SlackAnswer.Ok ok) => ok.Body.FlagAt("is_enterprise_install") || ok.Text("team_id") is ['E', ..];
}
