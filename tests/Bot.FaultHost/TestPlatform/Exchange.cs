using System.Net;
using System.Text.Json.Nodes;

namespace Bot.FaultHost.TestPlatform;

/// <summary>How one request ended, as far as the client can know.</summary>
internal abstract record Exchange
{
    private Exchange() { }

    /// <param name="Body">The JSON object that was answered; null when there was none, or not whole, or too much.</param>
    /// <param name="RetryAfter">From the header, whatever its form; null without one.</param>
    public sealed record Answered(HttpStatusCode Status, JsonObject? Body, TimeSpan? RetryAfter, string? LimitScope) : Exchange
    {
        public bool Is2xx => (int)Status is >= 200 and < 300;

        public string? Text(string name) => Body?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }

    /// <summary>No byte of the request left.</summary>
    public sealed record NotSent(string Detail) : Exchange;

    /// <summary>It may have left, and no status came back.</summary>
    public sealed record Lost(string Detail) : Exchange;
}
