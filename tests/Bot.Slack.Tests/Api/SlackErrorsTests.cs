using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Tests.Api;

/// <summary>One switch from Slack's errors to reasons.</summary>
public sealed class SlackErrorsTests
{
    [Theory]
    [InlineData("ratelimited", SlackErrorClass.Retry, null)]
    [InlineData("rate_limited", SlackErrorClass.Retry, null)]
    [InlineData("service_unavailable", SlackErrorClass.Retry, null)]
    [InlineData("request_timeout", SlackErrorClass.Retry, null)]
    [InlineData("external_channel_migrating", SlackErrorClass.Retry, null)]
    [InlineData("streaming_state_conflict", SlackErrorClass.Retry, null)]
    [InlineData("team_added_to_org", SlackErrorClass.RetryLater, null)]
    [InlineData("org_login_required", SlackErrorClass.RetryLater, null)]
    [InlineData("message_limit_exceeded", SlackErrorClass.RetryLater, null)]
    [InlineData("accesslimited", SlackErrorClass.RetryLater, null)]
    [InlineData("internal_error", SlackErrorClass.Unknown, null)]
    [InlineData("fatal_error", SlackErrorClass.Unknown, null)]
    [InlineData("update_failed", SlackErrorClass.Unknown, null)]
    [InlineData("not_authed", SlackErrorClass.Token, RejectReason.TokenRefused)]
    [InlineData("invalid_auth", SlackErrorClass.Token, RejectReason.TokenRefused)]
    [InlineData("account_inactive", SlackErrorClass.Token, RejectReason.TokenRefused)]
    [InlineData("token_revoked", SlackErrorClass.Token, RejectReason.TokenRefused)]
    [InlineData("token_expired", SlackErrorClass.Token, RejectReason.TokenRefused)]
    [InlineData("enterprise_is_restricted", SlackErrorClass.Token, RejectReason.TokenRefused)]
    [InlineData("missing_scope", SlackErrorClass.Permission, RejectReason.PermissionMissing)]
    [InlineData("not_in_channel", SlackErrorClass.Permission, RejectReason.PermissionMissing)]
    [InlineData("no_permission", SlackErrorClass.Permission, RejectReason.PermissionMissing)]
    [InlineData("channel_not_found", SlackErrorClass.Permission, RejectReason.PermissionMissing)]
    [InlineData("is_archived", SlackErrorClass.Channel, RejectReason.ChannelGone)]
    [InlineData("is_inactive", SlackErrorClass.Channel, RejectReason.ChannelGone)]
    [InlineData("restricted_action_read_only_channel", SlackErrorClass.Locked, RejectReason.ChannelLocked)]
    [InlineData("restricted_action_thread_only_channel", SlackErrorClass.Locked, RejectReason.ChannelLocked)]
    [InlineData("restricted_action_thread_locked", SlackErrorClass.Thread, RejectReason.ThreadLocked)]
    [InlineData("restricted_action_non_threadable_channel", SlackErrorClass.Thread, RejectReason.ThreadLocked)]
    [InlineData("cannot_reply_to_message", SlackErrorClass.Thread, RejectReason.ThreadLocked)]
    [InlineData("invalid_blocks", SlackErrorClass.Content, RejectReason.PayloadRefused)]
    [InlineData("msg_blocks_too_long", SlackErrorClass.Content, RejectReason.PayloadRefused)]
    [InlineData("msg_too_long", SlackErrorClass.Content, RejectReason.PayloadRefused)]
    [InlineData("no_text", SlackErrorClass.Content, RejectReason.PayloadRefused)]
    [InlineData("block_mismatch", SlackErrorClass.Content, RejectReason.PayloadRefused)]
    [InlineData("metadata_too_large", SlackErrorClass.Content, RejectReason.PayloadRefused)]
    [InlineData("message_not_found", SlackErrorClass.Target, RejectReason.ThreadGone)]
    [InlineData("thread_not_found", SlackErrorClass.Target, RejectReason.ThreadGone)]
    [InlineData("edit_window_closed", SlackErrorClass.Target, RejectReason.ThreadGone)]
    [InlineData("invalid_arguments", SlackErrorClass.Bug, RejectReason.PayloadRefused)]
    [InlineData("unknown_method", SlackErrorClass.Bug, RejectReason.PayloadRefused)]
    [InlineData("an_error_of_tomorrow", SlackErrorClass.Unexplained, RejectReason.Other)]
    [InlineData("", SlackErrorClass.Unexplained, RejectReason.Other)]
    public void A_word_of_Slacks_has_one_class_and_reason(string error, SlackErrorClass known, RejectReason? reason)
    {
        Assert.Equal(known, SlackErrors.ClassOf(error));
        Assert.Equal(reason, SlackErrors.ReasonOf(error));
    }

    [Theory]
    [InlineData("invalid_blocks", true)]
    [InlineData("msg_blocks_too_long", true)]
    [InlineData("invalid_metadata_format", false)]
    [InlineData("channel_not_found", false)]
    public void Only_a_refusal_of_the_content_may_pass_plainer(string error, bool may) =>
        Assert.Equal(may, SlackErrors.MayPassPlainer(error));
}
