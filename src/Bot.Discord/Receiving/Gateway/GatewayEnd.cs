namespace Bot.Discord.Receiving.Gateway;

/// <summary>What to do after a gateway connection has ended.</summary>
internal enum NextStep
{
    /// <summary>Resume the session.</summary>
    Resume,

    /// <summary>Start a new one.</summary>
    Identify,

    /// <summary>The bot can do nothing: a person has to change something.</summary>
    Stop,
}

/// <summary>How a connection ended.</summary>
/// <param name="Close">Discord's close code; null if there was none.</param>
/// <param name="Detail">Short, no secrets.</param>
internal sealed record GatewayEnd(NextStep Next, int? Close, string Detail)
{
    /// <summary>
    /// The response to a close code. https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
    /// </summary>
    public static GatewayEnd Closed(int? code) =>
        code switch
        {
            4004 => new(NextStep.Stop, code, "authentication failed"),
            4010 => new(NextStep.Stop, code, "invalid shard"),
            4011 => new(NextStep.Stop, code, "sharding required"),
            4012 => new(NextStep.Stop, code, "invalid API version"),
            4013 => new(NextStep.Stop, code, "invalid intents"),
            4014 => new(NextStep.Stop, code, "disallowed intents"),
            // The session is gone: not authenticated, already authenticated, invalid sequence, rate limited, timed out; or Discord ended
            // it.
            4003 or 4005 or 4007 or 4008 or 4009 or 1000 or 1001 => new(NextStep.Identify, code, "session ended"),
            null => new(NextStep.Resume, null, "connection lost"),
            _ => new(NextStep.Resume, code, "connection closed"),
        };
}
