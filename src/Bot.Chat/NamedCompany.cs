namespace Bot.Chat;

/// <summary>A company as a briefing writes it.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Aliases">Its other spellings.</param>
public sealed record NamedCompany(string Name, IReadOnlyList<string> Aliases);
