using System.Net;
using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Slack.Api;

/// <summary>The result of a Web API call.</summary>
public abstract record SlackAnswer
{
    private SlackAnswer() { }

    /// <summary><c>"ok": true</c>.</summary>
    public sealed record Ok(JsonElement Body, string? Scopes) : SlackAnswer
    {
        /// <summary>A string at a path in the body; null if there is none.</summary>
        public string? Text(params ReadOnlySpan<string> path) => Body.StringAt(path);
    }

    /// <summary><c>"ok": false</c>: Slack refuses and says why.</summary>
    /// <param name="Name">Slack's error string: <c>channel_not_found</c>.</param>
    /// <param name="Detail">Whatever else it says that helps to fix it: the block, the scope. No secrets.</param>
    /// <param name="RetryAfter">How long to wait, if Slack says so.</param>
    public sealed record Error(string Name, string Detail, TimeSpan? RetryAfter) : SlackAnswer;

    /// <summary>No byte of the request left.</summary>
    public sealed record NotSent(string Detail) : SlackAnswer;

    /// <summary>It may have been executed: no usable answer came.</summary>
    public sealed record Unclear(string Detail) : SlackAnswer;

    /// <summary>A refusal by status alone, without Slack's envelope: it comes from something between the bot and Slack.</summary>
    public sealed record Refused(HttpStatusCode Status) : SlackAnswer;

    /// <summary>Interprets an exchange. Of all statuses, only 200 and 429 mean something to Slack, so the body decides.</summary>
    internal static SlackAnswer Of(Exchange exchange)
    {
        switch (exchange)
        {
            case Exchange.NotSent notSent:
                return new NotSent(notSent.Detail);
            case Exchange.Lost lost:
                return new Unclear(lost.Detail);
            case Exchange.Answered { Status: HttpStatusCode.TooManyRequests } limited:
                return new Error("ratelimited", "ratelimited", limited.RetryAfter);
            case Exchange.Answered answer when Envelope(answer) is { } known && (answer.Is2xx || known is Error):
                return known;
            case Exchange.Answered { Is2xx: true }:
                return new Unclear("an answer that is not Slack's");
            default:
                var status = ((Exchange.Answered)exchange).Status;
                // Redirects and proxy refusals do not come from Slack, so nothing was executed. 408 and 5xx prove nothing.
                return (int)status is >= 300 and < 500 and not 408 ? new Refused(status) : new Unclear($"status {(int)status}");
        }
    }

    private static SlackAnswer? Envelope(Exchange.Answered answer)
    {
        if (answer.Json is not { } body)
        {
            return null;
        }

        return body.At("ok")?.ValueKind switch
        {
            JsonValueKind.True => new Ok(body, answer.Header("x-oauth-scopes")),
            JsonValueKind.False when answer.Text("error") is { Length: > 0 } error => new Error(
                error,
                Explain(error, body),
                answer.RetryAfter
            ),
            _ => null,
        };
    }

    /// <summary>The error plus Slack's details: the only way to find a bad block or a missing scope.</summary>
    private static string Explain(string error, JsonElement body)
    {
        const int longest = 500;
        var more = new List<string>();
        if (body.StringAt("needed") is { } needed)
        {
            more.Add("needed: " + needed);
        }

        more.AddRange(
            body.ListAt("errors").Concat(body.ListAt("response_metadata", "messages")).Select(item => item.StringAt()).OfType<string>()
        );
        var text = more.Count == 0 ? error : $"{error} ({string.Join("; ", more.Take(3))})";
        return text.Length <= longest ? text : text[..longest];
    }
}
