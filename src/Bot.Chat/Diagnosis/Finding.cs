namespace Bot.Chat.Diagnosis;

/// <summary>One line of <c>doctor</c>.</summary>
/// <param name="Subject">What was checked: <c>database</c>.</param>
/// <param name="Text">What was found, and what to do about it.</param>
public sealed record Finding(Verdict Verdict, string Subject, LocalizedText Text);
