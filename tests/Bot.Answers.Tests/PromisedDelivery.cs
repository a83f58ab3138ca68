using Bot.Chat.Answering;
using Bot.Chat.Platforms;

namespace Bot.Answers.Tests;

/// <summary>Promises what it is told to, and notes for where it was asked.</summary>
internal sealed class PromisedDelivery : INextDelivery
{
    public ExpectedDelivery? Promise { get; set; }

    public ChannelAddress? Asked { get; private set; }

    public Task<ExpectedDelivery?> OfAsync(string series, ChannelAddress? channel, CancellationToken cancellationToken)
    {
        Asked = channel;
        return Task.FromResult(Promise);
    }
}
