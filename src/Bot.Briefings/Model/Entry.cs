namespace Bot.Briefings.Model;

/// <summary>The properties that every entry of a section has.</summary>
public abstract record Entry
{
    /// <summary><see cref="Section.Order"/> of the entry's section.</summary>
    public required int SectionOrder { get; init; }

    /// <summary>Cited reference numbers, in order of first appearance, each once.</summary>
    public IReadOnlyList<int> Citations { get; init; } = [];

    public TextPosition Position { get; init; }

    /// <summary>The author's Markdown of the whole entry, dedented so that it parses on its own.</summary>
    public required string Markdown { get; init; }
}
