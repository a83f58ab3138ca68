namespace Bot.Chat.Commands;

/// <param name="Name">Lower case: <c>company</c>.</param>
/// <param name="Summary">What to write there.</param>
/// <param name="Choices">Closed list of values with their labels, or empty when free.</param>
public sealed record CommandArgument(string Name, LocalizedText Summary, IReadOnlyList<CommandChoice> Choices, bool Required = false)
{
    /// <summary>What it is called where a platform shows names in the reader's language: one word of letters, lower case; null: <see cref="Name"/>.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>What to offer while it is being typed, where the platform can; null: nothing.</summary>
    public IArgumentSuggestions? Suggestions { get; init; }

    /// <summary>In a typed text its value stands behind its name and a colon (<c>name:evening</c>), as nothing else tells it from the others.</summary>
    public bool IsNamed { get; init; }

    /// <summary>A value as it stands in a call's text.</summary>
    public string InText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsNamed && value.Trim().Length > 0 ? $"{Name}:{value.Trim()}" : value;
    }
}

/// <param name="Value">Canonical value: <c>medium</c>.</param>
/// <param name="Words">Other spellings that mean it, in any language.</param>
public sealed record CommandChoice(string Value, LocalizedText Label, IReadOnlyList<string> Words);
