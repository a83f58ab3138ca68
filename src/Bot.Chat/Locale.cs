namespace Bot.Chat;

/// <summary>Language of what the bot itself says: labels, counters, buttons, answers.</summary>
public enum Locale
{
    Japanese,
    English,
}
