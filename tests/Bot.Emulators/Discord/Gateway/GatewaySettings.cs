namespace Bot.Emulators.Discord.Gateway;

/// <summary>What a test may change of the gateway.</summary>
public sealed class GatewaySettings
{
    /// <summary>As Discord's; tests that wait for heartbeats make it short.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Without a heartbeat for so many intervals the session is closed with 4009.</summary>
    public double HeartbeatTolerance { get; set; } = 1.5;

    /// <summary>How long a session that lost its connection can be resumed.</summary>
    public TimeSpan ResumeWindow { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Identifies that may be made in a day.</summary>
    public int StartsTotal { get; set; } = 1000;

    public int StartsRemaining { get; set; } = 1000;

    /// <summary>Identifies in five seconds.</summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Messages that a connection may send in a minute.</summary>
    public int MessagesPerMinute { get; set; } = 120;

    /// <summary>Intents that must be switched on for the application: members, presences, message content.</summary>
    public int PrivilegedIntents { get; set; } = 1 << 1 | 1 << 8 | 1 << 15;

    /// <summary>So many connections are told to reconnect before they are greeted.</summary>
    public int ReconnectsBeforeHello { get; set; }

    /// <summary>So many connections are greeted with a hello that says nothing more.</summary>
    public int BareHellos { get; set; }

    /// <summary>How many sessions may still be started is not said.</summary>
    public bool LeavesOutStarts { get; set; }

    /// <summary>So many connections are accepted and never greeted.</summary>
    public int Mutes { get; set; }
}
