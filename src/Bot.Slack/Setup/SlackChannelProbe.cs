using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Calls;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Sending;

namespace Bot.Slack.Setup;

/// <summary>
/// Asks conversations.info whether a thread can be posted in a channel and read back
/// (https://docs.slack.dev/reference/methods/conversations.info).
/// </summary>
public sealed class SlackChannelProbe(SlackCalls calls, IInstallations installations, TimeProvider time) : IChannelProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public PlatformId Platform => PlatformId.Slack;

    // About fifty a minute, shared by all channel methods (https://docs.slack.dev/apis/web-api/rate-limits).
    public bool AsksFreely => false;

    public async Task<ChannelProbe> ProbeAsync(
        ChannelAddress channel,
        IReadOnlyList<SendOptions> posts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (channel.Channel.StartsWith('D'))
        {
            // Reading direct messages takes a scope (im:read) that nothing else needs: whoever gave the rule ends its pause.
            return new ChannelProbe(false) { Unanswered = true };
        }

        if (await installations.FindAsync(PlatformId.Slack, channel.Workspace, cancellationToken) is not { } installation)
        {
            return Problem(SlackTexts.Both("SlackChannelProbe.BotIsNotInWorkspace", channel.Workspace));
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var answer = await calls.PostFormAsync("conversations.info", installation, [new("channel", channel.Channel)], either.Token);
        return answer switch
        {
            SlackAnswer.Ok ok when ok.Body.At("channel") is { } found => Look(found, installation),
            SlackAnswer.Error { Name: "missing_scope" } => new ChannelProbe(false)
            {
                Missing = Missing(installation, isPrivate: null) is { Count: > 0 } missing ? missing : [Scope("channels:read")],
            },
            SlackAnswer.Error { Name: "channel_not_found" } => Problem(SlackTexts.Both("SlackChannelProbe.NoSuchChannel")),
            SlackAnswer.Error error when SlackErrors.ClassOf(error.Name) == SlackErrorClass.Token => Problem(
                SlackTexts.Both("SlackChannelProbe.SlackDoesNotTakeToken", error.Name)
            ),
            SlackAnswer.Error error
                when SlackErrors.ClassOf(error.Name)
                    is not (SlackErrorClass.Retry or SlackErrorClass.RetryLater or SlackErrorClass.Unknown) => Problem(
                SlackTexts.Both("SlackChannelProbe.SlackRefused", error.Name)
            ),
            _ => new ChannelProbe(false) { Unanswered = true },
        };
    }

    private static ChannelProbe Look(JsonElement channel, Installation installation)
    {
        var name = channel.TextAt("name") is { Length: > 0 } known ? known : null;
        var missing = Missing(installation, channel.FlagAt("is_private"));
        var problem = channel.FlagAt("is_im") ? null : InTheWay(channel);
        return new ChannelProbe(missing.Count == 0 && problem is null)
        {
            Name = name,
            Missing = missing,
            Problem = problem,
        };
    }

    private static LocalizedText? InTheWay(JsonElement channel) =>
        channel.FlagAt("is_archived") ? SlackTexts.Both("SlackChannelProbe.IsArchived")
        : !channel.FlagAt("is_member") ? SlackTexts.Both("SlackChannelProbe.BotIsNotInChannel")
        : channel.FlagAt("is_read_only") ? SlackTexts.Both("SlackChannelProbe.OnlySomeMayPostThere")
        : channel.FlagAt("is_thread_only") ? SlackTexts.Both("SlackChannelProbe.OnlyThreadsMayBePosted")
        : channel.FlagAt("is_non_threadable") ? SlackTexts.Both("SlackChannelProbe.ThreadsAreNotAllowedThere")
        : null;

    /// <param name="isPrivate">Null if unknown.</param>
    private static List<LocalizedText> Missing(Installation installation, bool? isPrivate) =>
        installation.Scopes.Count == 0
            ? []
            :
            [
                .. SlackScope
                    .Bot.Select(scope => scope.Name)
                    .Where(scope =>
                        scope is "chat:write"
                        || (isPrivate != true && scope is "channels:history" or "channels:read")
                        || (isPrivate != false && scope is "groups:history" or "groups:read")
                    )
                    .Except(installation.Scopes)
                    .Select(Scope),
            ];

    private static LocalizedText Scope(string name) => new(name, name);

    private static ChannelProbe Problem(LocalizedText problem) => new(false) { Problem = problem };
}
