namespace Bot.Answers.Sources;

/// <summary>On how many sources a claim rests.</summary>
public enum Support
{
    /// <summary>Its text names none.</summary>
    None,

    /// <summary>It names numbers that have no reference.</summary>
    Unknown,

    Single,

    /// <summary>Several, all of one domain.</summary>
    OneDomain,

    Several,
}
