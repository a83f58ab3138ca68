namespace Bot.Chat;

/// <summary>
/// What editions are called: those of the vocabulary have words in each language, others are called what their author calls them.
/// </summary>
public static class EditionNames
{
    private static readonly string[] Known = ["morning", "noon", "evening", "extra", "weekend"];

    /// <summary>Empty for the briefing without an edition.</summary>
    public static string Of(string edition, Locale locale) =>
        edition.Length == 0 ? "" : Texts.In(locale).Find($"Edition.{edition}") ?? edition;

    /// <summary>Whether a word means an edition: its name, or what it is called in either language.</summary>
    public static bool Means(string word, string edition) =>
        edition.Length > 0 && (Is(word, edition) || Is(word, Of(edition, Locale.Japanese)) || Is(word, Of(edition, Locale.English)));

    /// <summary>Whether a word means an edition of the vocabulary.</summary>
    public static bool IsKnown(string word) => Known.Any(edition => Means(word, edition));

    /// <summary>
    /// The edition as an argument of a command that names its day elsewhere; a number would be taken for that of a source, and stands with
    /// the day.
    /// </summary>
    public static string Argument(DateOnly date, string edition) =>
        edition.Length > 0 && edition.All(char.IsAsciiDigit) ? new BriefingKey("", date, edition).Day : edition;

    private static bool Is(string word, string name) => string.Equals(word, name, StringComparison.OrdinalIgnoreCase);
}
