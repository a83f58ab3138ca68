namespace Bot.Briefings.Funding.Sentences;

/// <summary>A name in a sentence.</summary>
/// <param name="Start">Where it starts in its sentence, including an opening quotation mark.</param>
/// <param name="Note">The text in brackets after it, or null.</param>
internal readonly record struct FoundName(string Name, int Start, string? Note);
