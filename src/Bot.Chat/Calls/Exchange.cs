using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Bot.Chat.Calls;

/// <summary>How one request to a platform ended, as far as the client can know.</summary>
public abstract record Exchange
{
    private Exchange()
    {
    }

    /// <summary>A status came back.</summary>
    /// <param name="Json">The body; null when it was no JSON, not whole, or more than is read.</param>
    /// <param name="RetryAfter">From the header, whatever its form; null without one, or with one that is unreadable.</param>
    public sealed record Answered(HttpStatusCode Status, JsonElement? Json, TimeSpan? RetryAfter, HttpResponseHeaders Headers) : Exchange
    {
        public bool Is2xx => (int)Status is >= 200 and < 300;

        /// <summary>The first value of a header; null without it.</summary>
        public string? Header(string name) => Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

        /// <summary>A string at the top of the body; null without it.</summary>
        public string? Text(string name) => Json?.StringAt(name);
    }

    /// <summary>No byte of the request left: it can be sent again as if nothing had happened.</summary>
    /// <param name="Detail">What was in the way, without addresses or secrets.</param>
    public sealed record NotSent(string Detail) : Exchange;

    /// <summary>It may have left, and no status came back.</summary>
    public sealed record Lost(string Detail) : Exchange;
}
