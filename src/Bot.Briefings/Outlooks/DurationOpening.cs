namespace Bot.Briefings.Outlooks;

/// <summary>What a word before a length of time says about it.</summary>
internal enum DurationOpening
{
    /// <summary>今後, over the next: adds nothing.</summary>
    Ahead,

    /// <summary>〜, within: until then.</summary>
    UpTo,

    /// <summary>beyond, from: from then on.</summary>
    After,
}
