using Bot.Web.Rendering;

namespace Bot.Web.Channel;

/// <summary>A message as a page shows it.</summary>
public sealed record ChannelMessage(long Id, DateTimeOffset PostedAt, bool IsEdited, WebPayload Payload);

/// <summary>A root and the replies that are shown with it.</summary>
/// <param name="ReplyCount">All replies, also those that are not shown.</param>
/// <param name="Replies">In order; empty where only the root is shown.</param>
public sealed record ChannelThread(string Channel, ChannelMessage Root, int ReplyCount, IReadOnlyList<ChannelMessage> Replies);

/// <summary>One page of a channel, newest root first.</summary>
/// <param name="Name">The channel; null while there is no message anywhere.</param>
/// <param name="Channels">Every channel that has messages, by name.</param>
/// <param name="Older">Where the next page begins: roots with a smaller id; null on the last page.</param>
public sealed record ChannelExcerpt(string? Name, IReadOnlyList<string> Channels, IReadOnlyList<ChannelThread> Threads, long? Older);
