using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>One thing that a person did, and what became of it.</summary>
public sealed class Interaction(ulong id, InteractionType type, string token, Channel channel, Member member, DateTimeOffset at)
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ulong Id { get; } = id;

    public InteractionType Type { get; } = type;

    public string Token { get; } = token;

    public Channel Channel { get; } = channel;

    public Member Member { get; } = member;

    public DateTimeOffset At { get; } = at;

    /// <summary>As it was delivered.</summary>
    public JsonObject Payload { get; set; } = [];

    /// <summary>The message whose component was used.</summary>
    public Message? Source { get; init; }

    /// <summary>Null: not yet responded to.</summary>
    public CallbackType? Response { get; set; }

    /// <summary><c>data</c> of the first response: choices, a modal.</summary>
    public JsonObject? ResponseData { get; set; }

    /// <summary>The reply, or the message that a component's response changed; null: none, or it was deleted.</summary>
    public Message? Original { get; set; }

    /// <summary>The original shows "thinking" until it is edited.</summary>
    public bool IsThinking => Original?.Flags.HasFlag(MessageFlags.Loading) ?? false;

    public List<Message> FollowUps { get; } = [];

    /// <summary>Answer of the HTTP endpoint; null when it went by the gateway, or none came yet.</summary>
    public EndpointAnswer? Endpoint { get; set; }

    /// <summary>Why it failed for the person: no answer in time, or one that cannot be shown; null: it did not.</summary>
    public string? Failure { get; set; }

    /// <summary>What the person reads as the reply; null: nothing yet.</summary>
    public string? Text => Original is { } message && !IsThinking ? message.Text : null;

    public void Changed()
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            signal = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }

    /// <summary>Waits until it is as it must become.</summary>
    /// <exception cref="TimeoutException">It did not in time.</exception>
    public async Task<Interaction> UntilAsync(Func<Interaction, bool> isSo, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        while (true)
        {
            Task signal;
            lock (gate)
            {
                signal = changed.Task;
            }

            if (isSo(this))
            {
                return this;
            }

            try
            {
                await signal.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Interaction {Id} ({Type}) stayed {Response?.ToString() ?? "unanswered"} after {deadline.TotalSeconds} s: {Failure ?? Text}");
            }
        }
    }

    /// <summary>Waits for a reply that a person can read, or for choices or a modal.</summary>
    public Task<Interaction> AnsweredAsync(TimeSpan deadline, CancellationToken cancellationToken) => UntilAsync(
        self => self.Failure is not null || self.Text is not null || self.Response is CallbackType.Autocomplete or CallbackType.Modal or CallbackType.DeferredUpdate,
        deadline, cancellationToken);
}
