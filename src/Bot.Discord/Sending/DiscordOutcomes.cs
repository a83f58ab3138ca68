using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Sending;

/// <summary>What an answer from Discord means for a send. If it does not say enough, Discord is asked.</summary>
internal sealed class DiscordOutcomes(DiscordClient client, ChannelAccess access)
{
    /// <param name="answer">Anything but accepted.</param>
    /// <param name="inThread">The call was about a message in a thread.</param>
    public async Task<SendOutcome> OfAsync(DiscordAnswer answer, ChannelAddress channel, bool inThread, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case DiscordAnswer.NotSent notSent:
                return new SendOutcome.RetryAfter(null, RetryScope.Token, notSent.Detail);
            case DiscordAnswer.Lost lost:
                return new SendOutcome.Unknown(lost.Detail);
            case DiscordAnswer.Limited limited:
                return new SendOutcome.RetryAfter(limited.After, limited.Scope, limited.Detail);
            case DiscordAnswer.Refused { Error: DiscordError.NotYet } early:
                return inThread
                    ? new SendOutcome.RetryAfter(DiscordErrors.WaitOf(early.Code), RetryScope.Channel, early.Detail)
                    : new SendOutcome.Rejected(RejectReason.ChannelGone, early.Detail);
            case DiscordAnswer.Refused refused:
                var reason = DiscordErrors.ReasonOf(refused.Error) ?? RejectReason.Other;
                if (inThread && refused.Error == DiscordError.ChannelGone && await IsThereAsync(channel, cancellationToken))
                {
                    // Only the thread was deleted.
                    reason = RejectReason.ThreadGone;
                }

                return new SendOutcome.Rejected(reason, await NamedAsync(reason, refused.Detail, channel, cancellationToken));
            default:
                return new SendOutcome.Unknown("The answer could not be read.");
        }
    }

    /// <summary>Discord does not say which permission is missing, so it is computed.</summary>
    public async Task<string> NamedAsync(RejectReason reason, string detail, ChannelAddress channel, CancellationToken cancellationToken)
    {
        if (
            reason != RejectReason.PermissionMissing
            || await access.LookAsync(channel.Channel, channel.Workspace, cancellationToken) is not { Missing: { Count: > 0 } missing }
        )
        {
            return detail;
        }

        return $"{detail}; missing: {string.Join(", ", missing.Select(name => $"{name.English} ({name.Japanese})"))}";
    }

    /// <summary>An answer in words, for the log.</summary>
    public static string Words(DiscordAnswer answer) =>
        answer switch
        {
            DiscordAnswer.Refused refused => refused.Detail,
            DiscordAnswer.Limited limited => $"{limited.Detail}, {limited.After.TotalSeconds:0.#} s",
            DiscordAnswer.Lost lost => lost.Detail,
            DiscordAnswer.NotSent notSent => notSent.Detail,
            _ => "answered",
        };

    private async Task<bool> IsThereAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        await client.SendAsync(DiscordRoute.GetChannel(channel.Channel), null, cancellationToken)
            is not DiscordAnswer.Refused { Error: DiscordError.ChannelGone };
}
