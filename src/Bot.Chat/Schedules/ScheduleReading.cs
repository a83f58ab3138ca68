namespace Bot.Chat.Schedules;

/// <summary>What a typed text says about a schedule.</summary>
/// <param name="Change">Makes the schedule of the one that there is; null if the text says nothing about it.</param>
/// <param name="Others">The words that are about something else, in order.</param>
/// <param name="Problem">The first word that is meant as part of a schedule and cannot be, and why; null: there is none.</param>
public sealed record ScheduleReading(Func<Schedule?, Schedule?>? Change, IReadOnlyList<string> Others, ScheduleProblem? Problem);

/// <param name="Word">As it was typed.</param>
public sealed record ScheduleProblem(string Word, LocalizedText Why);
