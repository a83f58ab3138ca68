namespace Bot.Chat.Schedules;

/// <summary>What a subscription does about a briefing that is not there at its time.</summary>
public enum LateRule
{
    /// <summary>Waits in silence, and posts it as soon as it comes.</summary>
    Wait,

    /// <summary>Skips this time: what comes late goes out at the next one.</summary>
    Skip,

    /// <summary>After <see cref="Schedule.TellAfter"/> says in the channel that it has not come, and fills that thread once it has.</summary>
    Tell,
}
