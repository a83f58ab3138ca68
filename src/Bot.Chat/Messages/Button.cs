using Bot.Chat.Text;

namespace Bot.Chat.Messages;

/// <summary>A button about what a command would say about one briefing.</summary>
/// <param name="Label">What will be shown, in the frame's language.</param>
/// <param name="Command">Command name without slash: <c>funding</c>.</param>
/// <param name="Arguments">The command's text: <c>xai</c>; empty for none.</param>
/// <param name="Series">Series that the answer is about.</param>
/// <param name="Date">The briefing it answers from, however old; null: from the whole archive.</param>
public sealed record Button(string Label, string Command, string Arguments, string Series, DateOnly? Date)
{
    /// <summary>As it would be typed, without slash, its day included: <c>outlook medium 2026-01-06</c>.</summary>
    public string Line => string.Join(' ', new[] { Command, Arguments, Date is { } day ? Dates.Iso(day) : "" }.Where(word => word.Length > 0));

    /// <summary>It answers from the day's briefing and all before it.</summary>
    public bool UpTo { get; init; }

    public ButtonAction Action { get; init; } = ButtonAction.Ask;
}
