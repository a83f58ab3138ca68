using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;

namespace Bot.Emulators.Faults;

/// <summary>Writes an answer, or what a fault leaves of it.</summary>
internal static class Answering
{
    private static readonly TimeSpan LorisPace = TimeSpan.FromMilliseconds(50);

    /// <param name="internalError">The platform's body for an internal error; null for the test chat's.</param>
    public static async Task WriteAsync(
        HttpContext context,
        Answer answer,
        HonestAnswer honest,
        CancellationToken stopping,
        HonestAnswer? internalError = null
    )
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        try
        {
            await Task.Delay(answer.After, gone.Token);
            await (answer.Until ?? Task.CompletedTask).WaitAsync(gone.Token);
            await (
                answer.Kind switch
                {
                    AnswerKind.Reset => ResetAsync(context),
                    AnswerKind.Silence => Task.Delay(Timeout.Infinite, gone.Token),
                    AnswerKind.Status => StatusAsync(context, answer, gone.Token),
                    AnswerKind.Partial => PartialAsync(context, honest, gone.Token),
                    AnswerKind.NotJson => PortalAsync(context, gone.Token),
                    AnswerKind.InternalError => HonestAsync(
                        context,
                        internalError ?? new HonestAnswer(200, """{"error":"internal-error"}"""),
                        gone.Token
                    ),
                    AnswerKind.Redirect => RedirectAsync(context, answer),
                    AnswerKind.SlowLoris => SlowLorisAsync(context, honest, gone.Token),
                    AnswerKind.EndlessHeaders => EndlessHeadersAsync(context, gone.Token),
                    AnswerKind.GiantBody => GiantBodyAsync(context, gone.Token),
                    _ => HonestAsync(context, honest, gone.Token),
                }
            );
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or IOException or InvalidOperationException && gone.IsCancellationRequested)
        {
            // The client is gone, or the server is shutting down: nobody to answer.
            context.Abort();
        }
    }

    private static async Task HonestAsync(HttpContext context, HonestAnswer honest, CancellationToken cancellationToken)
    {
        Begin(context, honest);
        if (honest.Bytes.Length > 0)
        {
            await context.Response.Body.WriteAsync(honest.Bytes, cancellationToken);
        }
    }

    private static Task ResetAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task StatusAsync(HttpContext context, Answer answer, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is not null)
        {
            context.Response.Headers.RetryAfter = answer.RetryAfter;
        }

        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync("upstream trouble", cancellationToken);
    }

    private static async Task PartialAsync(HttpContext context, HonestAnswer honest, CancellationToken cancellationToken)
    {
        Begin(context, honest);
        await context.Response.Body.WriteAsync(honest.Bytes.AsMemory(0, honest.Bytes.Length / 2), cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        context.Abort();
    }

    private static async Task PortalAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<html><body>Please accept our terms</body></html>", cancellationToken);
    }

    private static Task RedirectAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.Headers.Location = answer.Location;
        return Task.CompletedTask;
    }

    private static async Task SlowLorisAsync(HttpContext context, HonestAnswer honest, CancellationToken cancellationToken)
    {
        if (honest.Json.Length == 0)
        {
            await HonestAsync(context, honest, cancellationToken);
            return;
        }

        Begin(context, honest);
        // White space before the end stretches it while keeping it valid JSON.
        var patient = Encoding.UTF8.GetBytes(honest.Json[..^1] + new string(' ', 4096) + honest.Json[^1]);
        context.Response.ContentLength = patient.Length;
        foreach (var single in patient)
        {
            await context.Response.Body.WriteAsync(new[] { single }, cancellationToken);
            await context.Response.Body.FlushAsync(cancellationToken);
            await Task.Delay(LorisPace, cancellationToken);
        }
    }

    private static async Task EndlessHeadersAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // Kestrel writes only complete header blocks, so bypass it and write to the connection.
        var raw = context.Features.Get<IConnectionTransportFeature>()!.Transport.Output;
        await WriteAsync(raw, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", cancellationToken);
        for (var number = 0L; !cancellationToken.IsCancellationRequested; number++)
        {
            await WriteAsync(raw, $"X-Endless-{number}: {new string('e', 1000)}\r\n", cancellationToken);
        }

        context.Abort();
    }

    private static async Task GiantBodyAsync(HttpContext context, CancellationToken cancellationToken)
    {
        const long gigabyte = 1L << 30;
        context.Response.ContentType = "application/json";
        var chunk = new byte[1 << 16];
        chunk.AsSpan().Fill((byte)' ');
        for (var written = 0L; written < gigabyte; written += chunk.Length)
        {
            await context.Response.Body.WriteAsync(chunk, cancellationToken);
        }
    }

    private static void Begin(HttpContext context, HonestAnswer honest)
    {
        context.Response.StatusCode = honest.Status;
        if (honest.Bytes.Length > 0)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = honest.Bytes.Length;
        }

        foreach (var (name, value) in honest.Headers)
        {
            context.Response.Headers[name] = value;
        }
    }

    private static async Task WriteAsync(PipeWriter writer, string text, CancellationToken cancellationToken)
    {
        var result = await writer.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
        if (result.IsCompleted)
        {
            throw new OperationCanceledException("The client closed the connection.");
        }
    }
}
