using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>Something a person did, and its outcome.</summary>
public sealed class Interaction(ulong id, InteractionType type, string token, Channel channel, Member member, DateTimeOffset at)
{
    private readonly Lock _gate = new();
    private ImmutableList<Message> _followUps = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ulong Id { get; } = id;

    public InteractionType Type { get; } = type;

    public string Token { get; } = token;

    public Channel Channel { get; } = channel;

    public Member Member { get; } = member;

    public DateTimeOffset At { get; } = at;

    /// <summary>As delivered.</summary>
    public JsonObject Payload { get; set; } = [];

    /// <summary>The message whose component was used.</summary>
    public Message? Source { get; init; }

    /// <summary>Null if not yet responded to.</summary>
    public CallbackType? Response { get; set; }

    /// <summary><c>data</c> of the first response: choices, a modal.</summary>
    public JsonObject? ResponseData { get; set; }

    /// <summary>The reply, or the message changed by a component's response; null if none, or if it was deleted.</summary>
    public Message? Original { get; set; }

    /// <summary>Whether the original shows "thinking", until it is edited.</summary>
    public bool IsThinking => Original?.Flags.HasFlag(MessageFlags.Loading) ?? false;

    /// <summary>As they are now; a list that is being read does not change.</summary>
    public IReadOnlyList<Message> FollowUps => _followUps;

    /// <summary>Response of the HTTP endpoint; null if sent over the gateway, or if none has arrived yet.</summary>
    public EndpointAnswer? Endpoint { get; set; }

    /// <summary>Why it failed for the person: no answer in time, or one that cannot be shown; null if it did not fail.</summary>
    public string? Failure { get; set; }

    /// <summary>The reply the person sees; null if none yet.</summary>
    public string? Text => Original is { } message && !IsThinking ? message.Text : null;

    public void Add(Message followUp) => ImmutableInterlocked.Update(ref _followUps, all => all.Add(followUp));

    public void Remove(Message followUp) => ImmutableInterlocked.Update(ref _followUps, all => all.Remove(followUp));

    public void Changed()
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            signal = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }

    /// <summary>Waits until the condition holds.</summary>
    /// <exception cref="TimeoutException">The condition did not hold in time.</exception>
    public async Task<Interaction> UntilAsync(Func<Interaction, bool> isSo, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        while (true)
        {
            Task signal;
            lock (_gate)
            {
                signal = _changed.Task;
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
                throw new TimeoutException(
                    $"Interaction {Id} ({Type}) stayed {Response?.ToString() ?? "unanswered"} after {deadline.TotalSeconds} s: {Failure ?? Text}"
                );
            }
        }
    }

    /// <summary>Waits for a visible reply, choices or a modal.</summary>
    public Task<Interaction> AnsweredAsync(TimeSpan deadline, CancellationToken cancellationToken) =>
        UntilAsync(
            self =>
                self.Failure is not null
                || self.Text is not null
                || self.Response is CallbackType.Autocomplete or CallbackType.Modal or CallbackType.DeferredUpdate,
            deadline,
            cancellationToken
        );
}
