using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Faults.Tests.Staging;

/// <summary>A platform with a faulty adapter: on some messages it throws or never returns, against its contract.</summary>
public sealed class PoisonPlatform(IPlatform inner) : IPlatform, IDisposable
{
    /// <summary>Text on which rendering throws.</summary>
    public Func<string, bool> Render { get; init; } = _ => false;

    /// <summary>Payload on which sending throws.</summary>
    public Func<string, bool> Send { get; init; } = _ => false;

    /// <summary>Payload on which sending neither ends nor heeds cancellation.</summary>
    public Func<string, bool> Hang { get; init; } = _ => false;

    public PlatformId Id => inner.Id;

    public string TokenFor(string workspace) => inner.TokenFor(workspace);

    IReadOnlyList<string> IPlatform.Render(Message message) =>
        Render(string.Concat(message.Body.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())))
            ? throw new InvalidOperationException("poison")
            : inner.Render(message);

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        if (Hang(request.Payload))
        {
            await new TaskCompletionSource().Task;
        }

        return Send(request.Payload) ? throw new InvalidOperationException("poison") : await inner.SendAsync(request, cancellationToken);
    }

    public Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken) =>
        inner.FindAsync(request, cancellationToken);

    public Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken) =>
        inner.EditAsync(request, messageId, cancellationToken);

    public Task<SendOutcome> DeleteAsync(ChannelAddress channel, string? threadId, string messageId, CancellationToken cancellationToken) =>
        inner.DeleteAsync(channel, threadId, messageId, cancellationToken);

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
