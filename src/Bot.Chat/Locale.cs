using System.ComponentModel;

namespace Bot.Chat;

/// <summary>Language of the bot's own words: labels, counters, buttons, answers.</summary>
[TypeConverter(typeof(LocaleConverter))]
public enum Locale
{
    Japanese,
    English,
}
