namespace Bot.Emulators.Discord.Gateway;

/// <summary>The gateway settings a test may change.</summary>
public sealed class GatewaySettings
{
    /// <summary>Same as Discord's; tests that wait for heartbeats shorten it.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>After this many intervals without a heartbeat, the session is closed with 4009.</summary>
    public double HeartbeatTolerance { get; set; } = 1.5;

    /// <summary>How long a session that lost its connection can be resumed.</summary>
    public TimeSpan ResumeWindow { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Identifies allowed per day.</summary>
    public int StartsTotal { get; set; } = 1000;

    public int StartsRemaining { get; set; } = 1000;

    /// <summary>Identifies allowed in five seconds.</summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Messages a connection may send per minute.</summary>
    public int MessagesPerMinute { get; set; } = 120;

    /// <summary>Intents that must be enabled for the application: members, presences, message content.</summary>
    public int PrivilegedIntents { get; set; } = 1 << 1 | 1 << 8 | 1 << 15;

    /// <summary>Number of connections told to reconnect before they are greeted.</summary>
    public int ReconnectsBeforeHello { get; set; }

    /// <summary>Number of connections greeted with an empty hello.</summary>
    public int BareHellos { get; set; }

    /// <summary>Whether to omit the remaining session starts.</summary>
    public bool LeavesOutStarts { get; set; }

    /// <summary>Number of connections accepted but never greeted.</summary>
    public int Mutes { get; set; }
}
