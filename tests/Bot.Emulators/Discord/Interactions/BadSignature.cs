namespace Bot.Emulators.Discord.Interactions;

/// <summary>What can be wrong with a signed request. Discord sends some of these on purpose, to see whether they are refused.</summary>
public enum BadSignature
{
    None,
    /// <summary>Right in form, made with another key.</summary>
    OtherKey,
    /// <summary>No signature header.</summary>
    Missing,
    /// <summary>No timestamp header.</summary>
    NoTimestamp,
    /// <summary>Not hex.</summary>
    NotHex,
    /// <summary>Hex, one byte short.</summary>
    TooShort,
    /// <summary>One byte of the body is another than was signed.</summary>
    TamperedBody,
    /// <summary>The timestamp is another than was signed.</summary>
    TamperedTimestamp,
}
