using System.Net;
using System.Text.Json.Nodes;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;

namespace Bot.FaultHost.TestPlatform;

/// <summary>
/// The test chat as a platform. It promises no more than the poorest real one: no idempotency, only a look-up by key.
/// What its server documents: 4xx is a refusal with a word, 429 and 503 with Retry-After mean "not accepted", every
/// other 5xx and every unreadable 2xx mean nothing.
/// </summary>
public sealed class TestPlatform(TestChatSettings settings, TimeProvider time) : IPlatform, IDisposable
{
    public static PlatformId Name { get; } = new("test");

    private readonly TestChatClient _client = new(settings, time);

    public PlatformId Id => Name;

    public string TokenFor(string workspace) => settings.TokenPerWorkspace ? $"test:{workspace}" : "test";

    public IReadOnlyList<string> Render(Message message) => PlainPayload.Of(message);

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["key"] = request.Key.Value,
            ["thread"] = request.ThreadId,
            ["text"] = PlainPayload.Text(request.Payload),
        };
        var exchange = await _client.SendAsync(
            HttpMethod.Post,
            Messages(request.Channel),
            settings.TokenOf(request.Channel.Workspace),
            body,
            cancellationToken
        );
        return Outcome(
            exchange,
            answer =>
                answer.Text("key") == request.Key.Value && answer.Text("id") is { } id
                    ? new SendOutcome.Sent(id, answer.Text("thread"))
                    : new SendOutcome.Unknown(answer.Text("error") ?? "accepted, but the answer could not be read")
        );
    }

    public async Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var path = $"{Messages(request.Channel)}?key={Uri.EscapeDataString(request.Key.Value)}";
        var exchange = await _client.SendAsync(
            HttpMethod.Get,
            path,
            settings.TokenOf(request.Channel.Workspace),
            body: null,
            cancellationToken
        );
        if (exchange is not Exchange.Answered answer)
        {
            return new FindOutcome.RetryAfter(null, "the look-up was not answered");
        }

        if (answer.Is2xx && answer.Body?["found"] is JsonValue value && value.TryGetValue<bool>(out var found))
        {
            return !found ? new FindOutcome.Absent()
                : answer.Text("id") is { } id ? new FindOutcome.Found(id, answer.Text("thread"))
                : new FindOutcome.RetryAfter(null, "the look-up's answer could not be read");
        }

        return answer.Status is HttpStatusCode.Forbidden
            ? new FindOutcome.CannotTell(answer.Text("error") ?? "may not read the channel")
            : new FindOutcome.RetryAfter(answer.RetryAfter, $"status {(int)answer.Status}");
    }

    public async Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["key"] = request.Key.Value, ["text"] = PlainPayload.Text(request.Payload) };
        var exchange = await _client.SendAsync(
            HttpMethod.Patch,
            $"{Messages(request.Channel)}/{messageId}",
            settings.TokenOf(request.Channel.Workspace),
            body,
            cancellationToken
        );
        return Outcome(
            exchange,
            answer => answer.Text("id") is { } id ? new SendOutcome.Sent(id) : new SendOutcome.Unknown("the answer could not be read")
        );
    }

    public async Task<SendOutcome> DeleteAsync(
        ChannelAddress channel,
        string? threadId,
        string messageId,
        CancellationToken cancellationToken
    )
    {
        // The body is empty, but there: so it is known whether the request left.
        var exchange = await _client.SendAsync(
            HttpMethod.Delete,
            $"{Messages(channel)}/{messageId}",
            settings.TokenOf(channel.Workspace),
            [],
            cancellationToken
        );
        return Outcome(
            exchange,
            answer => answer.Body is null ? new SendOutcome.Unknown("the answer could not be read") : new SendOutcome.Sent(messageId)
        );
    }

    public void Dispose() => _client.Dispose();

    private static SendOutcome Outcome(Exchange exchange, Func<Exchange.Answered, SendOutcome> accepted) =>
        exchange switch
        {
            Exchange.NotSent notSent => new SendOutcome.RetryAfter(null, RetryScope.Token, notSent.Detail),
            Exchange.Lost lost => new SendOutcome.Unknown(lost.Detail),
            Exchange.Answered { Is2xx: true } answer => accepted(answer),
            Exchange.Answered answer => Refusal(answer),
            _ => throw new ArgumentOutOfRangeException(nameof(exchange), exchange, "Unknown end of a request"),
        };

    private static SendOutcome Refusal(Exchange.Answered answer)
    {
        var status = (int)answer.Status;
        switch (status)
        {
            case 429:
            case 503 when answer.RetryAfter is not null:
                return new SendOutcome.RetryAfter(answer.RetryAfter, Scope(answer.LimitScope), $"status {status}");
            case 408 or >= 500 or < 200:
                return new SendOutcome.Unknown($"status {status}");
            default:
                return new SendOutcome.Rejected(Reason(answer), answer.Text("error") ?? $"status {status}");
        }
    }

    private static RetryScope Scope(string? word) =>
        word switch
        {
            "token" => RetryScope.Token,
            "workspace" => RetryScope.Workspace,
            _ => RetryScope.Channel,
        };

    private static RejectReason Reason(Exchange.Answered answer) =>
        (answer.Text("error"), (int)answer.Status) switch
        {
            ("token-refused", _) or (null, 401) => RejectReason.TokenRefused,
            ("permission-missing", _) or (null, 403) => RejectReason.PermissionMissing,
            ("channel-gone", _) or (null, 404) => RejectReason.ChannelGone,
            ("thread-gone", _) => RejectReason.ThreadGone,
            ("channel-locked", _) => RejectReason.ChannelLocked,
            ("payload-refused", _) or (null, 413 or 422) => RejectReason.PayloadRefused,
            _ => RejectReason.Other,
        };

    private static string Messages(ChannelAddress channel) =>
        $"/workspaces/{Uri.EscapeDataString(channel.Workspace)}/channels/{Uri.EscapeDataString(channel.Channel)}/messages";
}
