using Bot.Chat.Platforms;

namespace Bot.Archive.Subscriptions;

/// <summary>A person's watch: a personal subscription with a rule.</summary>
/// <param name="Number">From 1; counts on, also past removed ones.</param>
/// <param name="Rule">Canonical filter (<see cref="Bot.Briefings.Filters.FilterPrinter"/>).</param>
/// <param name="Paused">Why nothing arrives, of <see cref="Reasons"/>; null if nothing is in the way.</param>
public sealed record Watch(int Number, string Series, string Rule, string? Paused);

/// <summary>Whose watches.</summary>
/// <param name="User">The platform's user id.</param>
public sealed record WatchOwner(PlatformId Platform, string Workspace, string User);
