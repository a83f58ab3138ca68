namespace Bot.Chat.Messages;

/// <summary>Links to the briefing's post in the asking channel; shown last in the row of buttons.</summary>
/// <param name="Label">Names the day, in the frame's language.</param>
/// <param name="Series">Series of the briefing.</param>
/// <param name="Date">Date of the briefing.</param>
public sealed record PostLink(string Label, string Series, DateOnly Date)
{
    /// <summary><see cref="BriefingKey.Edition"/>.</summary>
    public string Edition { get; init; } = "";

    /// <summary>Where the post stands; null: it was not looked for or is not there, and then nothing is shown.</summary>
    public Uri? Address { get; init; }
}
