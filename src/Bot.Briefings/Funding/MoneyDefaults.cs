namespace Bot.Briefings.Funding;

/// <summary>What a header says about the numbers below it (調達額（百万ドル）, Raised ($M)).</summary>
internal readonly record struct MoneyDefaults(decimal Unit, string? Currency);
