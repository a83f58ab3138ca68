using Bot.Briefings.Model;
using Bot.Chat.Messages;

namespace Bot.Posts;

/// <summary>A briefing as the messages of its thread, the same for all platforms.</summary>
/// <param name="Sections">Only the subscribed kinds, in the author's order.</param>
public sealed record ComposedThread(Message Root, IReadOnlyList<ComposedSection> Sections);

/// <param name="Identity">Stable across revisions: <see cref="SectionIdentity"/>.</param>
public sealed record ComposedSection(string Identity, SectionKind Kind, Message Message);
