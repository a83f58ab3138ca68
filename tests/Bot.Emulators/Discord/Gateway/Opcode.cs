namespace Bot.Emulators.Discord.Gateway;

/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes</remarks>
public enum Opcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Presence = 3,
    VoiceState = 4,
    Resume = 6,
    Reconnect = 7,
    RequestMembers = 8,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}
