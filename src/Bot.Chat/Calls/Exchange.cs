using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Bot.Chat.Calls;

/// <summary>How one request to a platform ended, as far as the client can tell.</summary>
public abstract record Exchange
{
    private Exchange() { }

    /// <summary>The platform returned a status.</summary>
    /// <param name="Json">The body; null if it was not JSON, incomplete, or too long.</param>
    /// <param name="RetryAfter">From the header, in either form; null if absent or unreadable.</param>
    public sealed record Answered(HttpStatusCode Status, JsonElement? Json, TimeSpan? RetryAfter, HttpResponseHeaders Headers) : Exchange
    {
        public bool Is2xx => (int)Status is >= 200 and < 300;

        /// <summary>The first value of a header; null if absent.</summary>
        public string? Header(string name) => Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

        /// <summary>A top-level string of the body; null if absent.</summary>
        public string? Text(string name) => Json?.StringAt(name);
    }

    /// <summary>No byte of the request was sent: it can safely be sent again.</summary>
    /// <param name="Detail">What went wrong, without addresses or secrets.</param>
    public sealed record NotSent(string Detail) : Exchange;

    /// <summary>The request may have been sent, but no status came back.</summary>
    public sealed record Lost(string Detail) : Exchange;
}
