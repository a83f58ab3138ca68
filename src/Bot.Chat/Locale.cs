namespace Bot.Chat;

/// <summary>Language of the bot's own words: labels, counters, buttons, answers.</summary>
public enum Locale
{
    Japanese,
    English,
}
