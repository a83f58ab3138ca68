using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Slack.Receiving;

/// <summary>Ids of requests in the inbox, distinct for each kind and within the inbox's maximum length.</summary>
internal static class RequestIds
{
    private const int Longest = 100;

    /// <summary>
    /// A command, by the trigger that Slack makes each time it is sent; without one, by the rest of its identifying fields.
    /// </summary>
    public static string Of(SlackCommand command) =>
        Of(
            "command",
            command.TriggerId.Length > 0
                ? command.TriggerId
                : $"{command.ResponseUrl}\n{command.TeamId}\n{command.UserId}\n{command.Command} {command.Text}"
        );

    /// <summary>A press, by its trigger.</summary>
    public static string Of(SlackInteraction interaction) =>
        Of(
            "press",
            interaction.TriggerId.Length > 0
                ? interaction.TriggerId
                : $"{interaction.ResponseUrl}\n{interaction.UserId}\n{interaction.MessageTs}\n{interaction.Code}"
        );

    /// <summary>Sharing one answer, however often and by whomever its button is pressed.</summary>
    public static string OfShare(SlackInteraction interaction) =>
        Of("share", $"{interaction.TeamId}\n{interaction.ChannelId}\n{interaction.MessageTs}\n{interaction.Code}");

    /// <summary>An event, by its id: globally unique (https://docs.slack.dev/apis/events-api).</summary>
    public static string OfEvent(string id) => Of("event", id);

    private static string Of(string kind, string id) =>
        $"{kind}:{(id.Length <= Longest && !id.Contains('\n', StringComparison.Ordinal) ? id : Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id))))}";
}
