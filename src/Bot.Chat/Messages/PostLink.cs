namespace Bot.Chat.Messages;

/// <summary>Links to the briefing's post in the asking channel; shown last in the row of buttons.</summary>
/// <param name="Label">Names the day, in the frame's language.</param>
/// <param name="Series">Series of the briefing.</param>
/// <param name="Date">Date of the briefing.</param>
public sealed record PostLink(string Label, string Series, DateOnly Date)
{
    /// <summary>Address of the post; null if it was not looked up or does not exist, in which case nothing is shown.</summary>
    public Uri? Address { get; init; }
}
