namespace Bot.Briefings.Dates;

/// <summary>A date, as precise as it is written.</summary>
/// <param name="Start">Where it starts in the scanned text.</param>
internal readonly record struct FoundDate(int? Year, int? Month, int? Day, int Start, int End)
{
    public bool IsFull => Year is not null && Month is not null && Day is not null;

    public DateOnly ToDate() => new(Year!.Value, Month!.Value, Day!.Value);

    /// <summary>YYYY-MM-DD, YYYY-MM or YYYY; null without a year.</summary>
    public string? ToIso() =>
        (Year, Month, Day) switch
        {
            (null, _, _) => null,
            ({ } y, null, _) => $"{y:D4}",
            ({ } y, { } m, null) => $"{y:D4}-{m:D2}",
            ({ } y, { } m, { } d) => $"{y:D4}-{m:D2}-{d:D2}",
        };
}
