namespace Bot.Emulators.Slack.Outbound;

/// <summary>How a request to the bot is signed.</summary>
public enum SignatureKind
{
    Good,
    /// <summary>By somebody who guessed the secret wrong.</summary>
    Forged,
    /// <summary>Right for another body.</summary>
    Altered,
    /// <summary>Right, and ten minutes old.</summary>
    Old,
    /// <summary>Right, and dated ten minutes ahead.</summary>
    Future,
    /// <summary>No signature header.</summary>
    Missing,
    /// <summary>No timestamp header.</summary>
    Undated,
    /// <summary>Cut off.</summary>
    Short,
    Empty,
    /// <summary>Made with an empty secret, which a bot without one would believe.</summary>
    NoSecret,
}
