namespace Bot.Answers.Series;

/// <summary>A series that questions may be asked about.</summary>
/// <param name="Key">As in the archive: <c>us-ai</c>.</param>
/// <param name="Zone">It says what today is.</param>
/// <param name="Workspaces">Platform and id of the workspaces that may ask (<c>slack:T0123</c>); empty for all.</param>
public sealed record AskableSeries(string Key, TimeZoneInfo Zone, IReadOnlyList<string> Workspaces)
{
    /// <summary>The one series there is when none is configured.</summary>
    public static AskableSeries Default { get; } = new("us-ai", TimeZoneInfo.Utc, []);
}
