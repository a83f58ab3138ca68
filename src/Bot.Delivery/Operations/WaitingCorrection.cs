using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Operations;

/// <summary>Corrections of one thread that wait for a person.</summary>
/// <param name="Delivery">Number of the delivery.</param>
/// <param name="Shown">The newest revision that the channel was shown.</param>
/// <param name="Revision">The revision that waits.</param>
/// <param name="Posts">How many posts it would edit, add or send.</param>
/// <param name="Last">Id of the last of its posts; that of a newer revision is greater.</param>
public sealed record WaitingCorrection(
    long Delivery,
    BriefingKey Briefing,
    ChannelAddress Channel,
    int Shown,
    int Revision,
    int Posts,
    long Last
);
