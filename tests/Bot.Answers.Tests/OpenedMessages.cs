using Bot.Chat.Platforms;

namespace Bot.Answers.Tests;

/// <summary>Opens a direct channel for everybody, until it is told to refuse.</summary>
internal sealed class OpenedMessages : IDirectMessages
{
    public PlatformId Platform => PlatformId.Slack;

    public DirectChannel? Instead { get; set; }

    public Task<DirectChannel> OpenAsync(string workspace, string user, CancellationToken cancellationToken) =>
        Task.FromResult(Instead ?? new DirectChannel("D" + user));
}
