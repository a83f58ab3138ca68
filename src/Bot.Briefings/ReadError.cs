namespace Bot.Briefings;

/// <summary>Why bytes cannot be read as a briefing at all.</summary>
public enum ReadError
{
    None,
    Empty,
    NotUtf8,
    TooLarge,
}
