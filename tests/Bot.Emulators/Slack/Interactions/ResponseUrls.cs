using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>The endpoint behind every <c>response_url</c>: no token, five uses, thirty minutes.</summary>
public sealed class ResponseUrls(SlackServer server)
{
    private const string Operation = "response_url";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, ResponseUrl> _urls = [];

    /// <returns>The address, as in the payload.</returns>
    public string New(string interaction, string workspace, string channel, string user, string? messageTs = null)
    {
        lock (server.World.Gate)
        {
            var id = server.World.NewId("");
            _urls[id] = new ResponseUrl(id, interaction, workspace, channel, user, messageTs, server.World.Time.GetUtcNow() + Life);
            return new Uri(server.Address, $"/response/{workspace}/{id}").ToString();
        }
    }

    internal void Map(IEndpointRouteBuilder routes, CancellationToken stopping) =>
        routes.MapPost("/response/{workspace}/{id}", context => HandleAsync(context, (string)context.Request.RouteValues["id"]!, stopping));

    private async Task HandleAsync(HttpContext context, string id, CancellationToken stopping)
    {
        JsonObject? body;
        try
        {
            body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            body = null;
        }

        Fault? fault;
        HonestAnswer answer;
        lock (server.World.Gate)
        {
            var url = _urls.GetValueOrDefault(id);
            var channel = url is null ? "" : $"{url.Workspace}/{url.Channel}";
            fault = server.Script.Next(new FaultCall(Operation, channel, true, false) { Method = Operation });
            answer = fault?.Decision switch
            {
                { Kind: DecisionKind.Refuse } refusal => new HonestAnswer(404, refusal.Reason!),
                { Kind: DecisionKind.Ignore } => new HonestAnswer(500, "internal_error"),
                { Kind: DecisionKind.Limit } limit => Limited(limit.RetryAfter),
                _ => Take(url, body),
            };
            server.Log.Append(sequence => new LogEntry(
                sequence,
                server.World.Time.GetUtcNow(),
                answer.Status == 200 ? LogKind.Replied : LogKind.Refused,
                Operation,
                channel
            )
            {
                Method = Operation,
                Detail = answer.Status == 200 ? url?.Interaction : answer.Json,
            });
        }

        await (fault?.Decision?.WaitAsync(stopping) ?? Task.CompletedTask);
        await Answering.WriteAsync(context, fault?.Answer ?? Answer.Honest, answer, stopping);
    }

    private HonestAnswer Take(ResponseUrl? url, JsonObject? body)
    {
        if (url is null || url.Until < server.World.Time.GetUtcNow())
        {
            return new HonestAnswer(404, "expired_url");
        }

        if (body is null)
        {
            return new HonestAnswer(400, "invalid_payload");
        }

        if (url.Left == 0)
        {
            return new HonestAnswer(404, "used_url");
        }

        url.Left--;
        return
            server.Replies.Show(url.Interaction, "response_url", body, new ReplyPlace(url.Workspace, url.Channel, url.User, url.MessageTs))
                is { } problem
            ? new HonestAnswer(400, problem)
            : new HonestAnswer(200, """{"ok":true}""");
    }

    private static HonestAnswer Limited(string? retryAfter)
    {
        var answer = new HonestAnswer(429, """{"ok":false,"error":"rate_limited"}""");
        if (retryAfter is not null)
        {
            answer.Headers["Retry-After"] = retryAfter;
        }

        return answer;
    }
}
