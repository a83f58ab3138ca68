namespace Bot.Emulators.Slack.Outbound;

/// <summary>How a request to the bot is signed.</summary>
public enum SignatureKind
{
    Good,

    /// <summary>Signed with a wrong secret.</summary>
    Forged,

    /// <summary>Valid for another body.</summary>
    Altered,

    /// <summary>Valid, but ten minutes old.</summary>
    Old,

    /// <summary>Valid, but dated ten minutes ahead.</summary>
    Future,

    /// <summary>No signature header.</summary>
    Missing,

    /// <summary>No timestamp header.</summary>
    Undated,

    /// <summary>Truncated.</summary>
    Short,
    Empty,

    /// <summary>Signed with an empty secret, which a bot without a secret would accept.</summary>
    NoSecret,
}
