namespace Bot.Briefings.Funding.Sentences;

/// <summary>A word with which a sentence states a financing, and the part of the sentence that speaks of it.</summary>
/// <param name="From">Where its part begins.</param>
/// <param name="To">Index behind its part.</param>
internal readonly record struct Trigger(FinancingKind Kind, int Start, int End, int From, int To);
