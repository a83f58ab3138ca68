using System.Globalization;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;

namespace Bot.Benchmarks.Delivering;

/// <summary>A platform that costs nothing: everything is accepted at once. What is left is the bot's own work.</summary>
internal sealed class InstantPlatform : IPlatform
{
    private long _ids;

    public PlatformId Id { get; } = new("instant");

    public long Sent => Interlocked.Read(ref _ids);

    public IReadOnlyList<string> Render(Message message) => [message.Locale.ToString()];

    public Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Sent(Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture)));

    public Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.Absent());

    public Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Sent(messageId));

    public Task<SendOutcome> DeleteAsync(ChannelAddress channel, string? threadId, string messageId, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Sent(messageId));
}
