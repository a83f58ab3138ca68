using System.Globalization;
using Bot.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Bot.Intake.Http;

/// <summary>
/// <c>POST /api/briefings?series=KEY&amp;date=2026-01-06&amp;edition=evening&amp;dryRun=true&amp;deliver=false</c>: takes the Markdown as
/// body and answers with a receipt.
/// </summary>
public sealed class PostBriefing(IntakePipeline pipeline, SeriesCatalogue series, ApiTokens tokens, TimeProvider time)
{
    /// <summary>For the whole body; Kestrel's minimum rate ends slower ones earlier.</summary>
    public static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How much of a refused body is accepted and discarded, so that its sender sees the refusal rather than a broken connection.
    /// </summary>
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

        if (
            Flag(request, "dryRun") is not (true, var dryRun)
            || Flag(request, "deliver") is not (true, var deliver)
            || !TryDate(request, out var date)
            || !TryEdition(request, out var edition)
            || request.Query["series"].Count > 1
        )
        {
            return Problems.Of(
                request,
                400,
                "bad-query",
                IntakeTexts.Both("PostBriefing.WrongQuery"),
                IntakeTexts.Both("PostBriefing.GiveOneSeries")
            );
        }

        var key = request.Query["series"].FirstOrDefault() is { Length: > 0 } named ? named : series.First.Key;
        if (series.Find(key) is null)
        {
            return Problems.Of(
                request,
                404,
                "unknown-series",
                IntakeTexts.Both("PostBriefing.NoSuchSeries"),
                IntakePipeline.UnknownSeries(key, series)
            );
        }

        if (!IsMarkdown(request))
        {
            return Problems.Of(
                request,
                415,
                "not-markdown",
                IntakeTexts.Both("PostBriefing.NotMarkdown"),
                IntakeTexts.Both("PostBriefing.SendMarkdownInUTFAs")
            );
        }

        var (bytes, failure) = await ReadAsync(context);
        return failure
            ?? Answer(
                request,
                await pipeline.TakeAsync(
                    new IntakeRequest($"POST {key}", bytes!, Origins.Api)
                    {
                        Series = key,
                        DryRun = dryRun ?? false,
                        Deliver = deliver,
                        Date = date,
                        Edition = edition,
                    },
                    context.RequestAborted
                )
            );
    }

    private ProblemHttpResult? Unauthorized(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var given = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        if (tokens.OwnerOf(given) is not null)
        {
            return null;
        }

        return Problems.Of(
            request,
            401,
            "token-needed",
            IntakeTexts.Both("PostBriefing.TokenIsNeeded"),
            tokens.AreConfigured
                ? IntakeTexts.Both("PostBriefing.SendOneIntakeApiTokensAs")
                : IntakeTexts.Both("PostBriefing.ThisWayInIsNot")
        );
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
        catch (Exception exception)
            when (!context.RequestAborted.IsCancellationRequested
                && exception is OperationCanceledException or BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }
            )
        {
            return (
                null,
                Problems.Of(
                    request,
                    408,
                    "too-slow",
                    IntakeTexts.Both("PostBriefing.TooSlow"),
                    IntakeTexts.Both("PostBriefing.BodyDidNotArriveWithin", BodyLimit.TotalSeconds)
                )
            );
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
                Refusal.UnknownSeries => Problems.Of(
                    request,
                    404,
                    "unknown-series",
                    IntakeTexts.Both("PostBriefing.NoSuchSeries"),
                    receipt.Reason!
                ),
                var refusal => Problems.Of(
                    request,
                    422,
                    KebabOf(refusal),
                    IntakeTexts.Both("PostBriefing.NotReadableAsBriefing"),
                    receipt.Reason!
                ),
            };
        }

        var isNew = receipt is { DryRun: false, Revision: 1, Status: ReceiptStatus.New or ReceiptStatus.Held };
        if (isNew)
        {
            var day = receipt.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            request.HttpContext.Response.Headers.Location =
                $"/api/briefings/{receipt.Series}/{day}{(receipt.Edition.Length > 0 ? $"?edition={Uri.EscapeDataString(receipt.Edition)}" : "")}";
        }

        return TypedResults.Json(
            ReceiptJson.Of(receipt, locale ?? Locale.Japanese),
            ReceiptJson.Document,
            statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK
        );
    }

    private ProblemHttpResult TooLarge(HttpRequest request) =>
        Problems.Of(request, 413, "too-large", IntakeTexts.Both("PostBriefing.TooLarge"), pipeline.TooLarge("").Reason!);

    /// <summary>True and the flag, or null if there is none; false if it is neither true nor false.</summary>
    private static (bool IsRight, bool? Value) Flag(HttpRequest request, string name) =>
        request.Query[name] switch
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

    /// <summary>Text, bytes without a type, or curl's default type; in UTF-8 if the sender names a charset.</summary>
    private static bool IsMarkdown(HttpRequest request)
    {
        if (string.IsNullOrEmpty(request.ContentType))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (
                type.Type.Equals("text", StringComparison.OrdinalIgnoreCase)
                || type.MediaType.Value is "application/octet-stream" or "application/x-www-form-urlencoded"
            )
            && (type.Charset.Length == 0 || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    private static string KebabOf(Refusal? refusal) =>
        refusal switch
        {
            Refusal.Empty => "empty",
            Refusal.NotUtf8 => "not-utf8",
            _ => "no-date",
        };
}
