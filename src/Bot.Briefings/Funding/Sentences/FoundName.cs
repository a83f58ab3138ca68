namespace Bot.Briefings.Funding.Sentences;

/// <summary>A name in a sentence.</summary>
/// <param name="Start">Where it begins in its sentence, an opening quotation mark included.</param>
/// <param name="Note">What stands in brackets behind it, or null.</param>
internal readonly record struct FoundName(string Name, int Start, string? Note);
