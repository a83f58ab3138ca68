using System.Collections.Concurrent;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Markdig;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>The platform's reaction to one request. Whether it accepts and what it answers are independent.</summary>
public sealed record Reaction(bool Accepts, SendOutcome? Answer)
{
    public static Reaction Accept { get; } = new(true, null);

    public static Reaction AcceptAndLose { get; } = new(true, new SendOutcome.Unknown("connection reset"));

    public static Reaction Lose { get; } = new(false, new SendOutcome.Unknown("connection reset"));

    /// <summary>Delays the answer until this completes; only then is the request accepted or not.</summary>
    public Task? After { get; init; }

    public static Reaction Refuse(RejectReason reason) => new(false, new SendOutcome.Rejected(reason, "no"));

    public static Reaction Wait(TimeSpan? after, RetryScope scope = RetryScope.Channel) =>
        new(false, new SendOutcome.RetryAfter(after, scope, "slow down"));
}

public sealed record Posted(string Key, ChannelAddress Channel, string? Thread, string Id)
{
    public string Payload { get; set; } = "";

    public bool Deleted { get; set; }

    public bool IsAnnouncement { get; init; }
}

/// <summary>A chat platform in memory. Its log is the truth about what readers saw.</summary>
public sealed class FakePlatform(string id = "fake") : IPlatform
{
    private readonly Lock _gate = new();
    private readonly List<Posted> _posted = [];

    public PlatformId Id { get; } = new(id);

    /// <summary>Null: it uses our clock.</summary>
    public PlatformClock? Clock { get; set; }

    /// <summary>Called with the number of the key's request; default: accept everything.</summary>
    public Func<SendRequest, int, Reaction> OnSend { get; set; } = (_, _) => Reaction.Accept;

    public Func<SendRequest, Reaction> OnEdit { get; set; } = _ => Reaction.Accept;

    /// <summary>Null: answers from the log.</summary>
    public Func<SendRequest, FindOutcome?> OnFind { get; set; } = _ => null;

    public ConcurrentDictionary<string, int> Requests { get; } = new();

    public ConcurrentQueue<string> Looks { get; } = new();

    public ConcurrentQueue<(string Key, string Payload)> Edits { get; } = new();

    public IReadOnlyList<Posted> Log
    {
        get
        {
            lock (_gate)
            {
                return [.. _posted];
            }
        }
    }

    public string TokenFor(string workspace) => $"{id}:{workspace}";

    /// <summary>Adds a message that nobody here knows about.</summary>
    public void Plant(string key, string? thread, string payload)
    {
        lock (_gate)
        {
            _posted.Add(new Posted(key, new ChannelAddress(Id, "W", "C1"), thread, $"m{_posted.Count + 1}") { Payload = payload });
        }
    }

    /// <summary>Lets a request arrive long after its sender stopped waiting.</summary>
    public void Plant(SendRequest request) => Plant(request.Key.Value, request.ThreadId, request.Payload);

    /// <summary>One part per <c>||</c>; a text with POISON can't be rendered.</summary>
    public IReadOnlyList<string> Render(Message message)
    {
        var html = message.Body.ToHtml().Trim();
        return html.Contains("POISON", StringComparison.Ordinal) ? throw new InvalidOperationException("poison") : html.Split("||");
    }

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var count = Requests.AddOrUpdate(request.Key.Value, 1, (_, before) => before + 1);
        var reaction = OnSend(request, count);
        if (reaction.After is { } after)
        {
            await after.WaitAsync(cancellationToken);
        }

        var answer = reaction.Answer;
        if (reaction.Accepts)
        {
            lock (_gate)
            {
                var message = new Posted(request.Key.Value, request.Channel, request.ThreadId, $"m{_posted.Count + 1}")
                {
                    Payload = request.Payload,
                    IsAnnouncement = request.IsAnnouncement,
                };
                _posted.Add(message);
                answer ??= new SendOutcome.Sent(message.Id, request.ThreadId is null ? $"t{_posted.Count}" : null);
            }
        }

        return answer!;
    }

    public Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken)
    {
        Looks.Enqueue(request.Key.Value);
        if (OnFind(request) is { } scripted)
        {
            return Task.FromResult(scripted);
        }

        lock (_gate)
        {
            var index = _posted.FindIndex(message => message.Key == request.Key.Value);
            return Task.FromResult<FindOutcome>(
                index < 0
                    ? new FindOutcome.Absent()
                    : new FindOutcome.Found(_posted[index].Id, _posted[index].Thread is null ? $"t{index + 1}" : null)
            );
        }
    }

    public Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken)
    {
        var reaction = OnEdit(request);
        if (reaction.Accepts)
        {
            lock (_gate)
            {
                _posted.Single(message => message.Id == messageId).Payload = request.Payload;
            }

            Edits.Enqueue((request.Key.Value, request.Payload));
        }

        return Task.FromResult(reaction.Answer ?? new SendOutcome.Sent(messageId));
    }

    public Task<SendOutcome> DeleteAsync(ChannelAddress channel, string? threadId, string messageId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _posted.Single(message => message.Id == messageId).Deleted = true;
        }

        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(messageId));
    }
}
