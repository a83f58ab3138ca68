using System.Globalization;
using System.Net.Http.Headers;
using Bot.Chat.Calls;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Discord.Setup;

namespace Bot.Discord.Api;

/// <summary>
/// Discord's HTTP API, as far as posting needs it, under its own names. Waits for its limits, never repeats a call, and reports how each
/// ended. For a refused token, see <see cref="RefusedToken"/>.
/// </summary>
public sealed class DiscordClient : IDisposable
{
    /// <summary>A call that would have to wait longer returns the wait at once: the ledger is the better place to wait.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    // For a 429 without a time: Cloudflare's own, which has no JSON.
    private static readonly TimeSpan UnknownWait = TimeSpan.FromMinutes(10);

    private readonly PlatformConnection _connection;
    private readonly DiscordOptions _options;
    private readonly IInstallations? _installations;
    private readonly MonotonicTime _time;
    private readonly Uri _address;
    private readonly string _userAgent;
    private readonly RefusedToken _refused;

    /// <param name="installations">Holds the current token; if null, or without a token, the configured one is used.</param>
    /// <param name="configure">A test's changes to the connection's handler; null: none.</param>
    public DiscordClient(
        DiscordOptions options,
        TimeProvider time,
        IInstallations? installations = null,
        Action<SocketsHttpHandler>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _installations = installations;
        _time = new MonotonicTime(time);
        _refused = new RefusedToken(_time);
        _address = options.ApiBaseUrl.AbsoluteUri.EndsWith('/') ? options.ApiBaseUrl : new Uri(options.ApiBaseUrl.AbsoluteUri + "/");
        Clock = new PlatformClock(time);
        _connection = new PlatformConnection(_address, time, Clock, configure);
        Buckets = new DiscordBuckets(_time);
        _userAgent = options.UserAgent;
    }

    internal DiscordBuckets Buckets { get; }

    /// <summary>Discord's clock.</summary>
    internal PlatformClock Clock { get; }

    internal MonotonicTime Time => _time;

    /// <summary>How long a call on the route would have to wait, as far as Discord has said; zero: not at all.</summary>
    internal TimeSpan WaitOf(DiscordRoute route) =>
        Buckets.Of(route).Opens - _time.Now is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    /// <param name="body">JSON; null: none.</param>
    /// <param name="isProbe">Sends the call even if the token was refused a moment ago, because it is meant to find out.</param>
    internal async Task<DiscordAnswer> SendAsync(
        DiscordRoute route,
        ReadOnlyMemory<byte>? body,
        CancellationToken cancellationToken,
        bool isProbe = false
    )
    {
        var token = await TokenAsync(cancellationToken);
        if (!isProbe && _refused.Holds(token))
        {
            return new DiscordAnswer.Refused(401, 0, "The token was refused a moment ago.");
        }

        if (Buckets.Invalid.Wait() is var banned && banned > TimeSpan.Zero)
        {
            return new DiscordAnswer.Limited(
                banned,
                RetryScope.Token,
                "Too many refused requests in ten minutes; waiting before Discord bans this address."
            );
        }

        var bucket = Buckets.Of(route);
        try
        {
            await bucket.EnterAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new DiscordAnswer.NotSent("no turn in time");
        }

        try
        {
            return await SendInTurnAsync(route, bucket, token, body, cancellationToken);
        }
        finally
        {
            bucket.Leave();
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        Buckets.Dispose();
    }

    private async ValueTask<Secret> TokenAsync(CancellationToken cancellationToken)
    {
        var installed = _installations is null
            ? null
            : await _installations.FindAsync(PlatformId.Discord, Installation.EveryWorkspace, cancellationToken);
        return installed?.Token ?? new Secret(_options.Token);
    }

    private async Task<DiscordAnswer> SendInTurnAsync(
        DiscordRoute route,
        RateBucket bucket,
        Secret token,
        ReadOnlyMemory<byte>? body,
        CancellationToken cancellationToken
    )
    {
        GlobalPace.Place? place = null;
        try
        {
            if (bucket.Opens - _time.Now is var wait && wait > Patience)
            {
                return new DiscordAnswer.Limited(wait, RetryScope.Channel, "Discord asked to wait.");
            }

            await _time.WaitUntilAsync(bucket.Opens, cancellationToken);
            place = await Buckets.Pace.TakeAsync(cancellationToken);
            if (Buckets.Pace.Opens - _time.Now is var closed && closed > Patience)
            {
                place.Dispose();
                return new DiscordAnswer.Limited(closed, RetryScope.Token, "Discord asked to wait with everything.");
            }

            await _time.WaitUntilAsync(Buckets.Pace.Opens, cancellationToken);
            bucket.Take(_time.Now);
        }
        catch (OperationCanceledException)
        {
            place?.Dispose();
            return new DiscordAnswer.NotSent("no turn in time");
        }

        using var taken = place;
        using var content = body is { } json ? new WatchedContent(json, "application/json", place.Left) : null;
        using var request = new HttpRequestMessage(route.Method, new Uri(_address, route.Path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bot", token.Reveal());
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (content is null)
        {
            place.Left();
        }

        return await _connection.SendAsync(request, cancellationToken) switch
        {
            Exchange.Answered answer => Judge(route, bucket, token, answer),
            Exchange.NotSent notSent => new DiscordAnswer.NotSent(notSent.Detail),
            Exchange.Lost lost => new DiscordAnswer.Lost(lost.Detail),
            var exchange => throw new ArgumentOutOfRangeException(nameof(route), exchange, "Unknown end of a request"),
        };
    }

    private DiscordAnswer Judge(DiscordRoute route, RateBucket bucket, Secret token, Exchange.Answered answer)
    {
        Buckets.Learn(route, bucket, answer);
        var status = (int)answer.Status;
        if (answer.Is2xx)
        {
            _refused.Accepted(token);
            // Anything created must have an id; without one the outcome is unknown.
            return answer.Json is null && status != 204
                ? new DiscordAnswer.Lost($"status {status} without a readable body")
                : new DiscordAnswer.Accepted(status, answer.Json);
        }

        var code = answer.Json?.IntegerAt("code") ?? 0;
        if (status == 429)
        {
            return Limited(bucket, answer, code);
        }

        if (status == 401)
        {
            _refused.Refused(token);
        }

        var error = DiscordErrors.Of(status, code);
        var detail = Detail(status, code, answer);
        return error switch
        {
            DiscordError.Unknown => new DiscordAnswer.Lost(detail),
            DiscordError.Wait => new DiscordAnswer.Limited(
                RetryAfter(answer) ?? DiscordErrors.WaitOf(code) ?? TimeSpan.Zero,
                DiscordErrors.ScopeOf(code),
                detail
            ),
            _ => new DiscordAnswer.Refused(status, code, detail),
        };
    }

    private DiscordAnswer.Limited Limited(RateBucket bucket, Exchange.Answered answer, int code)
    {
        var isGlobal = answer.Header("X-RateLimit-Global") is not null || answer.Json?.FlagAt("global") == true;
        // Without JSON it comes from Cloudflare and applies to this address.
        var reaches = isGlobal || answer.Json is null ? RetryScope.Token : DiscordErrors.ScopeOf(code);
        var after = RetryAfter(answer) ?? (answer.Json is null ? UnknownWait : TimeSpan.Zero);
        if (reaches == RetryScope.Token)
        {
            Buckets.Pace.Close(_time.Now + after);
        }
        else
        {
            bucket.Close(_time.Now + after);
        }

        return new DiscordAnswer.Limited(after, reaches, $"429 {answer.Header("X-RateLimit-Scope")}".TrimEnd());
    }

    /// <summary>The body's time has fractions of a second; the header's often does not.</summary>
    private static TimeSpan? RetryAfter(Exchange.Answered answer) =>
        answer.Json?.NumberAt("retry_after") is { } seconds and >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, 1e8)) : answer.RetryAfter;

    private static string Detail(int status, int code, Exchange.Answered answer)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{status}/{code} {answer.Text("message")}").TrimEnd();
        return answer.Json is { } json && FormErrors.First(json) is { } field ? $"{said}: {field}" : said;
    }
}
