namespace Bot.Briefings.Model;

public enum Horizon
{
    Short,
    Medium,
    Long,
}

/// <summary>What is expected within one horizon.</summary>
public sealed record Outlook : Entry
{
    public required Horizon Horizon { get; init; }

    /// <summary>The label as written, plain text, without its colon: 短期（〜1年）.</summary>
    public required string Label { get; init; }

    /// <summary>The bold phrase opening the text, or the words after the label and colon in an H3; null if neither.</summary>
    public string? Headline { get; init; }

    /// <summary>Plain text after the label, including the bold phrase if it is part of the text. Complete, not cut.</summary>
    public required string Text { get; init; }

    /// <summary>Years from the briefing's date at which the horizon starts; null if the label names none. 短期（〜1年）: null.</summary>
    public int? FromYears { get; init; }

    /// <summary>Years from the briefing's date at which the horizon ends; null if open or unnamed. 短期（〜1年）: 1.</summary>
    public int? ToYears { get; init; }

    /// <summary>First day of the month in which its window starts; null if the label names none or it is open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day of the month in which its window ends; null if the label names none or it is open.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The author's Markdown of the text after the label (and after the heading if the entry is an H3).</summary>
    public required string Body { get; init; }
}
