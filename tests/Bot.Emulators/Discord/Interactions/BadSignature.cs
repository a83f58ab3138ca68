namespace Bot.Emulators.Discord.Interactions;

/// <summary>What can be wrong with a signed request. Discord sends some of these on purpose to see whether they are refused.</summary>
public enum BadSignature
{
    None,

    /// <summary>Well-formed, but signed with another key.</summary>
    OtherKey,

    /// <summary>No signature header.</summary>
    Missing,

    /// <summary>No timestamp header.</summary>
    NoTimestamp,

    /// <summary>Not hex.</summary>
    NotHex,

    /// <summary>Hex, one byte short.</summary>
    TooShort,

    /// <summary>One byte of the body differs from what was signed.</summary>
    TamperedBody,

    /// <summary>The timestamp differs from what was signed.</summary>
    TamperedTimestamp,
}
