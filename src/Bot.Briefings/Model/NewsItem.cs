namespace Bot.Briefings.Model;

public sealed record NewsItem : Entry
{
    /// <summary><see cref="SectionKind.TechnologyNews"/> or <see cref="SectionKind.MarketingNews"/>.</summary>
    public required SectionKind Section { get; init; }

    /// <summary>Opening bold text, or else the text before the first colon, or the first sentence. Plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>Companies the headline is about, as written, in order (Siemens and NVIDIA in 「SiemensとNVIDIA、…」).</summary>
    public IReadOnlyList<string> Companies { get; init; } = [];
}
