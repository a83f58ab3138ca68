namespace Bot.Chat;

/// <summary>How a language is written in configuration, subscription files, options and addresses; upper and lower case are the same.</summary>
public static class LocaleNames
{
    /// <summary>Every name, as shown to who wrote another one.</summary>
    public static IReadOnlyList<string> All { get; } = ["ja", "en", nameof(Locale.Japanese), nameof(Locale.English)];

    /// <summary>Null if it names neither.</summary>
    public static Locale? Read(string? name) =>
        name?.Trim().ToUpperInvariant() switch
        {
            "JA" or "JAPANESE" => Locale.Japanese,
            "EN" or "ENGLISH" => Locale.English,
            _ => null,
        };

    /// <summary>The language tag: <c>ja</c> or <c>en</c>.</summary>
    public static string TagOf(Locale locale) => locale == Locale.Japanese ? "ja" : "en";
}
