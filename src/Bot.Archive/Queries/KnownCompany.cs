namespace Bot.Archive.Queries;

/// <summary>A company that raised or invested according to at least one briefing that may be shown.</summary>
/// <param name="Key"><see cref="Bot.Briefings.Model.CompanyName.Key"/>.</param>
/// <param name="Name">Its newest spelling.</param>
/// <param name="LastNamed">Day of the newest briefing that names it so.</param>
public sealed record KnownCompany(string Key, string Name, DateOnly LastNamed);
