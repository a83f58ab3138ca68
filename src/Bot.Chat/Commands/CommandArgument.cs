namespace Bot.Chat.Commands;

/// <param name="Name">Lower case: <c>company</c>.</param>
/// <param name="Summary">What to enter.</param>
/// <param name="Choices">Closed list of values with their labels; empty for free text.</param>
public sealed record CommandArgument(string Name, LocalizedText Summary, IReadOnlyList<CommandChoice> Choices, bool Required = false)
{
    /// <summary>Localized name for platforms that show one: one lower-case word of letters; null for <see cref="Name"/>.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>Suggestions while typing, if the platform supports them; null for none.</summary>
    public IArgumentSuggestions? Suggestions { get; init; }

    /// <summary>
    /// In typed text, its value follows its name and a colon (<c>name:evening</c>), because nothing else distinguishes it
    /// from the others.
    /// </summary>
    public bool IsNamed { get; init; }

    /// <summary>A value as it appears in a call's text.</summary>
    public string InText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsNamed && value.Trim().Length > 0 ? $"{Name}:{value.Trim()}" : value;
    }
}

/// <param name="Value">Canonical value: <c>medium</c>.</param>
/// <param name="Words">Other spellings, in any language.</param>
public sealed record CommandChoice(string Value, LocalizedText Label, IReadOnlyList<string> Words);
