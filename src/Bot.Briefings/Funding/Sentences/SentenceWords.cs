namespace Bot.Briefings.Funding.Sentences;

/// <summary>Which of the vocabulary's lists of words about financing have a word in a sentence.</summary>
[Flags]
internal enum SentenceWords
{
    None = 0,

    /// <summary>A verb or noun that states a financing.</summary>
    Trigger = 1 << 0,
    Denied = 1 << 1,
    RoundTalk = 1 << 2,
    Reported = 1 << 3,
    Background = 1 << 4,
    Aggregate = 1 << 5,
    NotFunds = 1 << 6,
    Passive = 1 << 7,
    Followed = 1 << 8,
    Arrow = 1 << 9,
    Helping = 1 << 10,
}
