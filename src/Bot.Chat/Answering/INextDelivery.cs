using Bot.Chat.Platforms;

namespace Bot.Chat.Answering;

/// <summary>Knows when a series' next briefing is to come.</summary>
public interface INextDelivery
{
    /// <summary>
    /// The next time at which the channel is posted to, else its workspace, else by which the series' briefing is expected; null if no time
    /// is known.
    /// </summary>
    /// <param name="series">Its key.</param>
    /// <param name="channel">Where it is asked; null outside of any channel.</param>
    Task<ExpectedDelivery?> OfAsync(string series, ChannelAddress? channel, CancellationToken cancellationToken);
}
