using System.Globalization;
using Bot.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Bot.Intake.Http;

/// <summary><c>POST /api/briefings?series=KEY&amp;date=2026-01-06&amp;edition=evening&amp;dryRun=true&amp;deliver=false</c>: the Markdown as body, a receipt as answer.</summary>
public sealed class PostBriefing(IntakePipeline pipeline, SeriesCatalogue series, ApiTokens tokens, TimeProvider time)
{
    /// <summary>For the whole body; Kestrel's own lowest rate ends slower ones earlier.</summary>
    public static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(30);

    /// <summary>So much of a body is let in, unread, that its sender gets to see the refusal instead of a broken connection.</summary>
    private const long DrainLimit = 32L * 1024 * 1024;

    private const string Scheme = "Bearer ";

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var request = context.Request;
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = DrainLimit;
        if (Unauthorized(request) is { } refused)
        {
            context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
            return refused;
        }

        if (Flag(request, "dryRun") is not (true, var dryRun) || Flag(request, "deliver") is not (true, var deliver)
            || !TryDate(request, out var date) || !TryEdition(request, out var edition) || request.Query["series"].Count > 1)
        {
            return Problems.Of(request, 400, "bad-query", new("問い合わせの誤り", "Wrong query"), new(
                "series は1つ、dryRun と deliver は true か false、date は 2026-01-06 の形、edition は英小文字・数字・ハイフン32字までにしてください",
                "give one series, true or false for dryRun and deliver, a date like 2026-01-06, and an edition of at most 32 lower-case letters, digits and hyphens"));
        }

        var key = request.Query["series"].FirstOrDefault() is { Length: > 0 } named ? named : series.First.Key;
        if (series.Find(key) is null)
        {
            return Problems.Of(request, 404, "unknown-series", new("シリーズがありません", "No such series"), IntakePipeline.UnknownSeries(key, series));
        }

        if (!IsMarkdown(request))
        {
            return Problems.Of(request, 415, "not-markdown", new("Markdown ではありません", "Not Markdown"), new(
                "本文に Markdown を UTF-8 で入れ、Content-Type: text/markdown; charset=utf-8 を付けてください",
                "send the Markdown in UTF-8 as the body, with Content-Type: text/markdown; charset=utf-8"));
        }

        var (bytes, failure) = await ReadAsync(context);
        return failure ?? Answer(request, await pipeline.TakeAsync(
            new IntakeRequest($"POST {key}", bytes!, Origins.Api) { Series = key, DryRun = dryRun ?? false, Deliver = deliver, Date = date, Edition = edition },
            context.RequestAborted));
    }

    private ProblemHttpResult? Unauthorized(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var given = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        if (tokens.OwnerOf(given) is not null)
        {
            return null;
        }

        return Problems.Of(request, 401, "token-needed", new("トークンが必要です", "A token is needed"), tokens.AreConfigured
            ? new("Authorization: Bearer に Intake:ApiTokens のどれかを付けてください", "send one of Intake:ApiTokens as Authorization: Bearer")
            : new(
                "この入口はまだ使えません。Intake:ApiTokens に名前とトークンを設定して再起動してください（例 環境変数 Intake__ApiTokens__publisher）",
                "this way in is not open yet: set a name and a token under Intake:ApiTokens and restart (for example the environment variable Intake__ApiTokens__publisher)"));
    }

    private async Task<(byte[]? Bytes, IResult? Failure)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > pipeline.MaxBytes)
        {
            return (null, TooLarge(request));
        }

        using var limit = new CancellationTokenSource(BodyLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        try
        {
            var bytes = await LimitedBytes.ReadAsync(request.Body, pipeline.MaxBytes, either.Token);
            return bytes is null ? (null, TooLarge(request)) : (bytes, null);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested
            && exception is OperationCanceledException or BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout })
        {
            return (null, Problems.Of(request, 408, "too-slow", new("遅すぎます", "Too slow"), new(
                $"本文が {BodyLimit.TotalSeconds} 秒以内に届きませんでした。もう一度送ってください",
                $"the body did not arrive within {BodyLimit.TotalSeconds} s: send it again")));
        }
    }

    private IResult Answer(HttpRequest request, Receipt receipt)
    {
        var locale = Problems.LanguageOf(request);
        if (receipt.Status == ReceiptStatus.Refused)
        {
            return receipt.Refusal switch
            {
                Refusal.TooLarge => TooLarge(request),
                Refusal.UnknownSeries => Problems.Of(request, 404, "unknown-series", new("シリーズがありません", "No such series"), receipt.Reason!),
                var refusal => Problems.Of(request, 422, KebabOf(refusal), new("ブリーフィングとして読めません", "Not readable as a briefing"), receipt.Reason!),
            };
        }

        var isNew = receipt is { DryRun: false, Revision: 1, Status: ReceiptStatus.New or ReceiptStatus.Held };
        if (isNew)
        {
            var day = receipt.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            request.HttpContext.Response.Headers.Location = $"/api/briefings/{receipt.Series}/{day}{(receipt.Edition.Length > 0 ? $"?edition={Uri.EscapeDataString(receipt.Edition)}" : "")}";
        }

        return TypedResults.Json(
            ReceiptJson.Of(receipt, locale ?? Locale.Japanese),
            ReceiptJson.Document,
            statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private ProblemHttpResult TooLarge(HttpRequest request) =>
        Problems.Of(request, 413, "too-large", new("大きすぎます", "Too large"), pipeline.TooLarge("").Reason!);

    /// <summary>True with the flag, null for none; false when it is neither true nor false.</summary>
    private static (bool IsRight, bool? Value) Flag(HttpRequest request, string name) => request.Query[name] switch
    {
        { Count: 0 } => (true, null),
        { Count: 1 } values when bool.TryParse(values[0], out var flag) => (true, flag),
        _ => (false, null),
    };

    private static bool TryDate(HttpRequest request, out DateOnly? date)
    {
        date = null;
        if (request.Query["date"] is not { Count: > 0 } given)
        {
            return true;
        }

        var isDate = DateOnly.TryParseExact(given.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = day;
        return isDate;
    }

    private static bool TryEdition(HttpRequest request, out string? edition)
    {
        edition = request.Query["edition"] is { Count: > 0 } given ? given.ToString() : null;
        return edition is null || EditionName.IsRight(edition);
    }

    /// <summary>Text, unnamed bytes, or what curl calls every body; in UTF-8 if the sender says.</summary>
    private static bool IsMarkdown(HttpRequest request)
    {
        if (string.IsNullOrEmpty(request.ContentType))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.Type.Equals("text", StringComparison.OrdinalIgnoreCase)
                || type.MediaType.Value is "application/octet-stream" or "application/x-www-form-urlencoded")
            && (type.Charset.Length == 0 || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    private static string KebabOf(Refusal? refusal) => refusal switch
    {
        Refusal.Empty => "empty",
        Refusal.NotUtf8 => "not-utf8",
        _ => "no-date",
    };
}
