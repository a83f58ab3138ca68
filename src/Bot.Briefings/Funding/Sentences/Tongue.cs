namespace Bot.Briefings.Funding.Sentences;

/// <summary>The word order in which a sentence is read.</summary>
internal enum Tongue
{
    English,

    /// <summary>The verb comes last, and particles mark the roles.</summary>
    Japanese,

    /// <summary>Like <see cref="Japanese"/>, with spaces between words.</summary>
    Korean,
    Chinese,
}
