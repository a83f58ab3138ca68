namespace Bot.Archive.Queries;

/// <summary>A range of days, both ends included.</summary>
public readonly record struct DateSpan(DateOnly From, DateOnly To)
{
    public static DateSpan All { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    public bool IsDay => From == To;

    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>Only that day; all days for null.</summary>
    public static DateSpan Of(DateOnly? day) => day is { } only ? new DateSpan(only, only) : All;

    /// <summary>That day and all before it; all days for null.</summary>
    public static DateSpan UpTo(DateOnly? day) => day is { } last ? new DateSpan(DateOnly.MinValue, last) : All;
}
