using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Sending;

/// <summary>What an answer of the Web API means for a send.</summary>
internal static class SlackOutcomes
{
    /// <summary>Only time or a person helps.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(30);

    /// <param name="accepted">What <c>ok</c> means.</param>
    public static SendOutcome Of(SlackAnswer answer, Func<SlackAnswer.Ok, SendOutcome> accepted) =>
        answer switch
        {
            SlackAnswer.Ok ok => accepted(ok),
            SlackAnswer.Error error => Of(error),
            // Slack as a whole is not reached: that concerns everything that this token sends.
            SlackAnswer.NotSent notSent => new SendOutcome.RetryAfter(null, RetryScope.Token, notSent.Detail),
            SlackAnswer.Unclear unclear => new SendOutcome.Unknown(unclear.Detail),
            SlackAnswer.Refused refused => Of(refused),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown kind of answer"),
        };

    /// <summary>
    /// What it means for an edit or a deletion. A limit of those methods holds up no posts: the wait is the channel's.
    /// </summary>
    public static SendOutcome OfChange(SlackAnswer answer, string ts) =>
        Of(answer, _ => new SendOutcome.Sent(ts)) switch
        {
            SendOutcome.RetryAfter { Scope: RetryScope.Workspace } retry => retry with { Scope = RetryScope.Channel },
            var outcome => outcome,
        };

    /// <summary>An answer that is no <c>ok</c> in words, for a log or a person.</summary>
    public static string Words(SlackAnswer answer) =>
        answer switch
        {
            SlackAnswer.Error error => error.Detail,
            SlackAnswer.NotSent notSent => notSent.Detail,
            SlackAnswer.Unclear unclear => unclear.Detail,
            SlackAnswer.Refused refused => $"status {(int)refused.Status}",
            _ => "no usable answer",
        };

    /// <summary>What it means for a look-up, other than <c>ok</c>.</summary>
    public static FindOutcome Unanswered(SlackAnswer answer) =>
        answer switch
        {
            SlackAnswer.Error { Name: "channel_not_found" or "not_in_channel" } outside => new FindOutcome.Blocked(
                RejectReason.PermissionMissing,
                SlackErrors.Explained(outside.Name, outside.Detail)
            ),
            SlackAnswer.Error error => SlackErrors.ClassOf(error.Name) switch
            {
                SlackErrorClass.Permission
                or SlackErrorClass.Channel
                or SlackErrorClass.Locked
                or SlackErrorClass.Thread
                or SlackErrorClass.Bug => new FindOutcome.CannotTell(error.Detail),
                SlackErrorClass.Token => new FindOutcome.Blocked(RejectReason.TokenRefused, error.Detail),
                _ => new FindOutcome.RetryAfter(error.RetryAfter, error.Detail),
            },
            _ => new FindOutcome.RetryAfter(null, Words(answer)),
        };

    private static SendOutcome Of(SlackAnswer.Error error) =>
        SlackErrors.ClassOf(error.Name) switch
        {
            SlackErrorClass.Retry => new SendOutcome.RetryAfter(error.RetryAfter, SlackErrors.ScopeOf(error.Name), error.Detail),
            SlackErrorClass.RetryLater => new SendOutcome.RetryAfter(
                error.RetryAfter ?? LongWait,
                SlackErrors.ScopeOf(error.Name),
                error.Detail
            ),
            SlackErrorClass.Unknown => new SendOutcome.Unknown(error.Detail),
            _ => new SendOutcome.Rejected(
                SlackErrors.ReasonOf(error.Name) ?? RejectReason.Other,
                SlackErrors.Explained(error.Name, error.Detail)
            ),
        };

    /// <summary>
    /// Not in Slack's words, so not executed, and nothing that Slack has said of token, channel or payload. A body that is too
    /// large stays so, whoever says it.
    /// </summary>
    private static SendOutcome.Rejected Of(SlackAnswer.Refused refused) =>
        new(
            (int)refused.Status == 413 ? RejectReason.PayloadRefused : RejectReason.Other,
            $"status {(int)refused.Status}, not in Slack's words"
        );
}
