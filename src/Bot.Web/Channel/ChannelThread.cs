using Bot.Web.Rendering;

namespace Bot.Web.Channel;

/// <summary>A message as shown on a page.</summary>
public sealed record ChannelMessage(long Id, DateTimeOffset PostedAt, bool IsEdited, WebPayload Payload);

/// <summary>A root and the replies shown with it.</summary>
/// <param name="ReplyCount">Number of all replies, including those not shown.</param>
/// <param name="Replies">In order; empty if only the root is shown.</param>
public sealed record ChannelThread(string Channel, ChannelMessage Root, int ReplyCount, IReadOnlyList<ChannelMessage> Replies);

/// <summary>One page of a channel, newest root first.</summary>
/// <param name="Name">The channel; null if there are no messages anywhere.</param>
/// <param name="Channels">All channels with messages, sorted by name.</param>
/// <param name="Older">Start of the next page (roots with a smaller id); null on the last page.</param>
public sealed record ChannelExcerpt(string? Name, IReadOnlyList<string> Channels, IReadOnlyList<ChannelThread> Threads, long? Older);
