namespace Bot.Answers.Timelines;

/// <summary>All that the archive says of a company, the newest first.</summary>
/// <param name="Name">As the archive spells it.</param>
/// <param name="Events">In order.</param>
public sealed record CompanyTimeline(string Name, string Key, IReadOnlyList<TimelineEvent> Events)
{
    /// <summary>Deals of each kind and briefings that are looked at; older ones are left to the commands that page through them.</summary>
    public const int Most = 200;

    /// <summary>Day of the newest event; null if there is none.</summary>
    public DateOnly? Newest => Events.Count == 0 ? null : Events[0].Briefing.Date;
}
