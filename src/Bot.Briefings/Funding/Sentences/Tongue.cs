namespace Bot.Briefings.Funding.Sentences;

/// <summary>By which order of words a sentence is read.</summary>
internal enum Tongue
{
    English,

    /// <summary>The verb stands last and particles say what is what.</summary>
    Japanese,

    /// <summary>As <see cref="Japanese"/>, with words parted by spaces.</summary>
    Korean,
    Chinese,
}
