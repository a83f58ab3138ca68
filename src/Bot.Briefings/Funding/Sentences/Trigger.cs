namespace Bot.Briefings.Funding.Sentences;

/// <summary>A word with which a sentence states a financing, and the part of the sentence that is about it.</summary>
/// <param name="From">Where its part starts.</param>
/// <param name="To">Index after its part.</param>
internal readonly record struct Trigger(FinancingKind Kind, int Start, int End, int From, int To);
