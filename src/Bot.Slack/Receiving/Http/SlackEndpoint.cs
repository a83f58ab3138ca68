using System.Diagnostics.Metrics;
using System.Text;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Receiving.Http;

/// <summary>
/// Handles what Slack sends over HTTP. In this order: limits, the signature over the raw bytes, and only then the content. No body is
/// logged.
/// </summary>
internal sealed class SlackEndpoint
{
    public const string Meter = "Bot.Slack";

    /// <summary>In bytes. A command is a KiB or two.</summary>
    public const int MostCommand = 64 * 1024;

    /// <summary>In bytes. A button press includes its message, twice, with every Japanese character as six or nine bytes.</summary>
    public const int MostInteraction = 1024 * 1024;

    /// <summary>In bytes.</summary>
    public const int MostEvent = 512 * 1024;

    private const string Json = "application/json; charset=utf-8";
    private const string PlainText = "text/plain; charset=utf-8";

    private readonly SlackSignature _signature;
    private readonly CommandInbound _commands;
    private readonly InteractionInbound _interactions;
    private readonly EventInbound _events;
    private readonly TimeProvider _time;
    private readonly Counter<long> _refused;
    private readonly RefusedSignatures _refusals;

    public SlackEndpoint(
        SlackSignature signature,
        CommandInbound commands,
        InteractionInbound interactions,
        EventInbound events,
        TimeProvider time,
        IMeterFactory meters,
        ILogger<SlackEndpoint> logger
    )
    {
        _refusals = new RefusedSignatures(PlatformId.Slack, "Slack:SigningSecret", time, logger);
        (_signature, _commands, _interactions, _events, _time) = (signature, commands, interactions, events, time);
        _refused = meters
            .Create(Meter)
            .CreateCounter<long>("bot.slack.refused", "{request}", "Requests to /slack that were not believed, by status");
    }

    public async Task CommandAsync(HttpContext context)
    {
        using var body = await RequestBody.ReadAsync(context.Request, MostCommand, _time);
        if (IsBelieved(context, body))
        {
            await WriteAsync(context.Response, await _commands.ReceiveAsync(SlackCommand.FromForm(body.Bytes)), Json);
        }
    }

    public async Task InteractionAsync(HttpContext context)
    {
        using var body = await RequestBody.ReadAsync(context.Request, MostInteraction, _time);
        if (!IsBelieved(context, body))
        {
            return;
        }

        if (PayloadOf(body.Bytes) is not { } interaction)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (_interactions.Receive(interaction) is { } acknowledgement)
        {
            await WriteAsync(context.Response, acknowledgement, Json);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    public async Task EventAsync(HttpContext context)
    {
        using var body = await RequestBody.ReadAsync(context.Request, MostEvent, _time);
        if (!IsBelieved(context, body))
        {
            return;
        }

        using var document = PayloadJson.Parse(body.Memory);
        if (document is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var received = SlackEvent.FromJson(document.RootElement);
        if (received.Envelope == "url_verification")
        {
            await WriteAsync(context.Response, Encoding.UTF8.GetBytes(received.Challenge), PlainText);
        }
        else if (!_events.Receive(received))
        {
            // Slack sends it again: at once, after a minute, and after five.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private bool IsBelieved(HttpContext context, RequestBody body)
    {
        var headers = context.Request.Headers;
        if (body.Status != StatusCodes.Status200OK)
        {
            return Refuse(context, body.Status);
        }

        var verdict = _signature.Judge(headers[SlackSignature.TimestampHeader], headers[SlackSignature.SignatureHeader], body.Signed);
        if (verdict.IsGood)
        {
            _refusals.Note(verdict);
            // Slack occasionally checks the certificate; the rest of such a request is ignored.
            return !FormFields.Find(body.Bytes, "ssl_check"u8).SequenceEqual("1"u8);
        }

        // The certificate check may come unsigned. It is answered, but nothing in it is trusted.
        if (headers[SlackSignature.SignatureHeader].Count == 0 && FormFields.Find(body.Bytes, "ssl_check"u8).SequenceEqual("1"u8))
        {
            return false;
        }

        _refusals.Note(verdict);
        return Refuse(context, StatusCodes.Status401Unauthorized);
    }

    private bool Refuse(HttpContext context, int status)
    {
        _refused.Add(1, new KeyValuePair<string, object?>("status", status));
        context.Response.StatusCode = status;
        return false;
    }

    /// <summary>The field <c>payload</c>; null if missing or unreadable.</summary>
    private static SlackInteraction? PayloadOf(ReadOnlySpan<byte> form)
    {
        var encoded = FormFields.Find(form, "payload"u8);
        var bytes = new byte[encoded.Length];
        using var document = PayloadJson.Parse(bytes.AsMemory(0, FormFields.Decode(encoded, bytes)));
        return document is null ? null : SlackInteraction.FromJson(document.RootElement);
    }

    private static async Task WriteAsync(HttpResponse response, byte[] body, string type)
    {
        response.ContentLength = body.Length;
        if (body.Length > 0)
        {
            response.ContentType = type;
            await response.BodyWriter.WriteAsync(body);
        }
    }
}
