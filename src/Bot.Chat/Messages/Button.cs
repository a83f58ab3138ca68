using Bot.Chat.Text;

namespace Bot.Chat.Messages;

/// <summary>A button that runs a command about a briefing.</summary>
/// <param name="Label">What the user will see, in the frame's language.</param>
/// <param name="Command">Command name without slash: <c>funding</c>.</param>
/// <param name="Arguments">The command's text: <c>xai</c>; empty for none.</param>
/// <param name="Series">The series to answer from.</param>
/// <param name="Date">The briefing to answer from, however old; null for the whole archive.</param>
public sealed record Button(string Label, string Command, string Arguments, string Series, DateOnly? Date)
{
    /// <summary>As it would be typed, without slash, including its day: <c>outlook medium 2026-01-06</c>.</summary>
    public string Line =>
        string.Join(' ', new[] { Command, Arguments, Date is { } day ? Dates.Iso(day) : "" }.Where(word => word.Length > 0));

    /// <summary>Answers from the day's briefing and all before it.</summary>
    public bool UpTo { get; init; }

    public ButtonAction Action { get; init; } = ButtonAction.Ask;
}
