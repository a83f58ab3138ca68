namespace Bot.Chat.Messages;

/// <summary>
/// A series of values over time that a message also says in words; a platform that can draw it may do so, the others leave it out.
/// </summary>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">What the values count, also the name of their axis.</param>
/// <param name="Points">In order; labels differ.</param>
public sealed record Chart(string Title, string Unit, IReadOnlyList<ChartPoint> Points);

/// <param name="Label">A few characters.</param>
/// <param name="Value">0 or more.</param>
public sealed record ChartPoint(string Label, decimal Value);
