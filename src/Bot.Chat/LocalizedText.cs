namespace Bot.Chat;

/// <summary>A text in both of the bot's languages.</summary>
public sealed record LocalizedText(string Japanese, string English)
{
    public string In(Locale locale) => locale == Locale.Japanese ? Japanese : English;
}
