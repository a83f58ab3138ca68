namespace Bot.Archive.Queries;

/// <summary>A company that raised or invested according to at least one briefing that is not held.</summary>
/// <param name="Key"><see cref="Bot.Briefings.Model.CompanyName.Key"/>.</param>
/// <param name="Name">Its newest spelling.</param>
/// <param name="LastNamed">Date of the newest briefing in which it raised or invested.</param>
public sealed record KnownCompany(string Key, string Name, DateOnly LastNamed);
