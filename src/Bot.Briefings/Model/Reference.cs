namespace Bot.Briefings.Model;

/// <summary>A source in the references section.</summary>
/// <param name="Number">From [n], ［n］ or "n."; null if none.</param>
/// <param name="Date">YYYY-MM-DD, YYYY-MM or YYYY, as precise as written; null if none.</param>
/// <param name="Url">As written with entities decoded; null if none or not http(s).</param>
public sealed record Reference(int? Number, string? Publisher, string? Date, string? Title, string? Url, TextPosition Position)
{
    /// <summary>The whole entry as plain text, shown if the entry could not be parsed into parts.</summary>
    public required string Text { get; init; }
}
