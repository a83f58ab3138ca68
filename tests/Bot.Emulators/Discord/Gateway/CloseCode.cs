namespace Bot.Emulators.Discord.Gateway;

/// <summary>Close codes; after 4004 and codes from 4010, a client must not reconnect.</summary>
/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes</remarks>
public static class CloseCode
{
    public const int Unknown = 4000;
    public const int UnknownOpcode = 4001;
    public const int Decode = 4002;
    public const int NotAuthenticated = 4003;
    public const int AuthenticationFailed = 4004;
    public const int AlreadyAuthenticated = 4005;
    public const int InvalidSequence = 4007;
    public const int RateLimited = 4008;
    public const int SessionTimedOut = 4009;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;
}
