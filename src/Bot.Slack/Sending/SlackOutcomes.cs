using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Sending;

/// <summary>What a Web API answer means for a send.</summary>
internal static class SlackOutcomes
{
    /// <summary>For when only time or a person can help.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(30);

    /// <param name="accepted">What <c>ok</c> means.</param>
    public static SendOutcome Of(SlackAnswer answer, Func<SlackAnswer.Ok, SendOutcome> accepted) =>
        answer switch
        {
            SlackAnswer.Ok ok => accepted(ok),
            SlackAnswer.Error error => Of(error),
            // Slack as a whole is unreachable, which affects everything sent with this token.
            SlackAnswer.NotSent notSent => new SendOutcome.RetryAfter(null, RetryScope.Token, notSent.Detail),
            SlackAnswer.Unclear unclear => new SendOutcome.Unknown(unclear.Detail),
            SlackAnswer.Refused refused => Of(refused),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown kind of answer"),
        };

    /// <summary>
    /// What it means for an edit or a deletion. A limit on those methods must not hold up posts, so only the channel waits.
    /// </summary>
    public static SendOutcome OfChange(SlackAnswer answer, string ts) =>
        Of(answer, _ => new SendOutcome.Sent(ts)) switch
        {
            SendOutcome.RetryAfter { Scope: RetryScope.Workspace } retry => retry with { Scope = RetryScope.Channel },
            var outcome => outcome,
        };

    /// <summary>An answer other than <c>ok</c> in words, for a log or a person.</summary>
    public static string Words(SlackAnswer answer) =>
        answer switch
        {
            SlackAnswer.Error error => error.Detail,
            SlackAnswer.NotSent notSent => notSent.Detail,
            SlackAnswer.Unclear unclear => unclear.Detail,
            SlackAnswer.Refused refused => $"status {(int)refused.Status}",
            _ => "no usable answer",
        };

    /// <summary>What an answer other than <c>ok</c> means for a look-up.</summary>
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
    /// Not Slack's own answer, so nothing was executed, and Slack has said nothing about token, channel or payload. A body that is too
    /// large stays so, whoever says it.
    /// </summary>
    private static SendOutcome.Rejected Of(SlackAnswer.Refused refused) =>
        new(
            (int)refused.Status == 413 ? RejectReason.PayloadRefused : RejectReason.Other,
            $"status {(int)refused.Status}, not in Slack's words"
        );
}
