namespace Bot.Web;

/// <summary>The section <c>Web</c> of the configuration.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>
    /// Where the bot listens: http(s) addresses separated by <c>;</c>. Anything but loopback requires <see cref="Auth"/>.
    /// </summary>
    public string Url { get; init; } = "http://127.0.0.1:5080";

    /// <summary>IANA time zone for the times beside messages.</summary>
    public string Zone { get; init; } = "Asia/Tokyo";

    public WebAuthOptions Auth { get; init; } = new();

    public WebLimitsOptions Limits { get; init; } = new();

    public ForwardedHeadersSettings ForwardedHeaders { get; init; } = new();
}

/// <summary>How much programs may read from <c>/api</c>, <c>/openapi</c> and <c>/mcp</c>: each token by itself, all callers without one together.</summary>
public sealed class WebLimitsOptions
{
    /// <summary>Sustained. 0: no limit.</summary>
    public int RequestsPerMinute { get; init; } = 6000;

    /// <summary>At once, after a pause.</summary>
    public int Burst { get; init; } = 600;
}

/// <summary>Who may see the pages and the data.</summary>
public sealed class WebAuthOptions
{
    /// <summary>
    /// Secrets of at least <see cref="WebOptionsCheck.ShortestToken"/> characters, sent as bearer token or entered once
    /// on the sign-in page. Empty for loopback only.
    /// </summary>
    public List<string> Tokens { get; init; } = [];

    /// <summary>
    /// The same for programs that only read: accepted as bearer token on <c>GET /api/…</c>, <c>/openapi</c> and <c>/mcp</c>, and nowhere
    /// else. If there are any, those need a token from this machine too.
    /// </summary>
    public List<string> ReadTokens { get; init; } = [];
}

/// <summary>Reverse proxies in front of the bot.</summary>
public sealed class ForwardedHeadersSettings
{
    /// <summary>
    /// IP addresses or networks (<c>10.0.0.0/8</c>) whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are
    /// trusted. Empty for none.
    /// </summary>
    public List<string> KnownProxies { get; init; } = [];
}
