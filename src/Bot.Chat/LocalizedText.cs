namespace Bot.Chat;

/// <summary>One text in both languages of the bot.</summary>
public sealed record LocalizedText(string Japanese, string English)
{
    public string In(Locale locale) => locale == Locale.Japanese ? Japanese : English;
}
