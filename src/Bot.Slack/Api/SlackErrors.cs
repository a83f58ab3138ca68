using Bot.Chat.Platforms;

namespace Bot.Slack.Api;

/// <summary>What a Slack error means for a send. Closed.</summary>
public enum SlackErrorClass
{
    /// <summary>Not executed; retry the same call after a wait.</summary>
    Retry,

    /// <summary>Not executed, and only time or a person can help: retry slowly.</summary>
    RetryLater,

    /// <summary>It may have been executed.</summary>
    Unknown,

    /// <summary>The token or the installation is at fault: nothing in this workspace will work.</summary>
    Token,

    /// <summary>A scope is missing, or the bot is not a member: a person can fix it.</summary>
    Permission,

    /// <summary>The channel is archived, or takes no posts of this kind.</summary>
    Channel,

    /// <summary>Posting to the channel is restricted.</summary>
    Locked,

    /// <summary>This thread takes no replies; the channel still takes posts.</summary>
    Thread,

    /// <summary>The payload is at fault: a plainer form may pass.</summary>
    Content,

    /// <summary>The message or thread that the call is about is gone.</summary>
    Target,

    /// <summary>The call itself is wrong, which is a bug.</summary>
    Bug,

    /// <summary>An error that Slack's documentation does not explain.</summary>
    Unexplained,
}

/// <summary>
/// Maps Slack's error strings to reasons in one switch. The strings come from the method pages of chat.postMessage, chat.update,
/// chat.delete, conversations.history and conversations.replies (https://docs.slack.dev/reference/methods). Slack warns that others occur;
/// an unknown one has a reason of its own.
/// </summary>
public static class SlackErrors
{
    private const string ChannelNotFound = "channel_not_found";

    public static SlackErrorClass ClassOf(string error) =>
        error switch
        {
            "ratelimited"
            or "rate_limited"
            or "service_unavailable"
            or "request_timeout"
            or "external_channel_migrating"
            or "streaming_state_conflict" => SlackErrorClass.Retry,

            "team_added_to_org" or "org_login_required" or "message_limit_exceeded" or "accesslimited" => SlackErrorClass.RetryLater,

            // According to their pages, part of the operation may have succeeded before the error.
            "internal_error" or "fatal_error" or "update_failed" => SlackErrorClass.Unknown,

            "not_authed"
            or "invalid_auth"
            or "account_inactive"
            or "token_revoked"
            or "token_expired"
            or "not_allowed_token_type"
            or "app_access_restricted"
            or "access_denied"
            or "enterprise_is_restricted"
            or "team_access_not_granted"
            or "two_factor_setup_required"
            or "is_bot"
            or "user_removed_from_team"
            or "team_disabled" => SlackErrorClass.Token,

            // A private channel from which the bot was removed answers as a deleted one does. Since the two look the same, assume the one
            // that an invitation fixes (https://docs.slack.dev/reference/methods/chat.postMessage).
            "missing_scope"
            or "not_in_channel"
            or ChannelNotFound
            or "no_permission"
            or "ekm_access_denied"
            or "posting_to_channel_denied" => SlackErrorClass.Permission,

            "is_archived"
            or "is_inactive"
            or "team_not_found"
            or "channel_type_not_supported"
            or "method_not_supported_for_channel_type"
            or "messages_tab_disabled" => SlackErrorClass.Channel,

            "restricted_action"
            or "restricted_action_read_only_channel"
            or "restricted_action_thread_only_channel"
            or "channel_is_limited_access"
            or "slack_connect_canvas_sharing_blocked"
            or "slack_connect_file_link_sharing_blocked"
            or "slack_connect_lists_sharing_blocked"
            or "slack_connect_clip_sharing_blocked"
            or "slack_connect_file_upload_sharing_blocked" => SlackErrorClass.Locked,

            "restricted_action_thread_locked" or "restricted_action_non_threadable_channel" or "cannot_reply_to_message" =>
                SlackErrorClass.Thread,

            "invalid_blocks"
            or "invalid_blocks_format"
            or "msg_blocks_too_long"
            or "msg_blocks_too_many"
            or "msg_too_long"
            or "no_text"
            or "markdown_text_conflict"
            or "invalid_attachments"
            or "too_many_attachments"
            or "attachment_payload_limit_exceeded"
            or "block_mismatch"
            or "invalid_metadata_format"
            or "invalid_metadata_schema"
            or "metadata_too_large"
            or "metadata_must_be_sent_from_app"
            or "missing_file_data"
            or "too_many_contact_cards" => SlackErrorClass.Content,

            "message_not_found" or "thread_not_found" or "cant_update_message" or "cant_delete_message" or "edit_window_closed" =>
                SlackErrorClass.Target,

            "invalid_arguments"
            or "invalid_arg_name"
            or "invalid_array_arg"
            or "invalid_charset"
            or "invalid_form_data"
            or "invalid_post_type"
            or "missing_post_type"
            or "missing_argument"
            or "invalid_cursor"
            or "invalid_ts_latest"
            or "invalid_ts_oldest"
            or "invalid_metadata_filter_keys"
            or "unknown_method"
            or "method_deprecated"
            or "deprecated_endpoint"
            or "as_user_not_supported"
            or "send_on_behalf_not_allowed"
            or "duplicate_channel_not_found"
            or "duplicate_message_not_found" => SlackErrorClass.Bug,

            _ => SlackErrorClass.Unexplained,
        };

    /// <summary>Slack's words, with an explanation for whoever must fix it if the words alone mislead.</summary>
    public static string Explained(string error, string detail) =>
        error switch
        {
            ChannelNotFound => detail + ": deleted, or private and the bot is not invited",
            "not_in_channel" => detail + ": the bot is not in the channel, /invite it there",
            _ => detail,
        };

    /// <summary>Whether a plainer form of the payload may pass where this one failed.</summary>
    public static bool MayPassPlainer(string error) =>
        ClassOf(error) == SlackErrorClass.Content && !error.Contains("metadata", StringComparison.Ordinal);

    /// <summary>Why the ledger should not send it again; null if the error does not say so.</summary>
    public static RejectReason? ReasonOf(string error) =>
        ClassOf(error) switch
        {
            SlackErrorClass.Retry or SlackErrorClass.RetryLater or SlackErrorClass.Unknown => null,
            SlackErrorClass.Token => RejectReason.TokenRefused,
            SlackErrorClass.Permission => RejectReason.PermissionMissing,
            SlackErrorClass.Channel => RejectReason.ChannelGone,
            SlackErrorClass.Locked => RejectReason.ChannelLocked,
            SlackErrorClass.Thread => RejectReason.ThreadLocked,
            SlackErrorClass.Content or SlackErrorClass.Bug => RejectReason.PayloadRefused,
            SlackErrorClass.Target => RejectReason.ThreadGone,
            _ => RejectReason.Other,
        };

    /// <summary>The scope of a request to wait: all of Slack's own limits apply to a method in a workspace, or to a channel.</summary>
    public static RetryScope ScopeOf(string error) =>
        error switch
        {
            "ratelimited" => RetryScope.Workspace,
            "team_added_to_org" or "org_login_required" or "message_limit_exceeded" or "accesslimited" or "service_unavailable" =>
                RetryScope.Workspace,
            _ => RetryScope.Channel,
        };
}
