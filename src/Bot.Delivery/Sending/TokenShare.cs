namespace Bot.Delivery.Sending;

/// <summary>What a process does to come to its share of the tokens.</summary>
/// <param name="Take">Free tokens to take.</param>
/// <param name="Yield">How many of its own to give to others.</param>
public sealed record TokenShare(IReadOnlyList<string> Take, int Yield);
