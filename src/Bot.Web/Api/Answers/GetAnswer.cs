using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Chat;
using Bot.Intake.Http;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bot.Web.Api.Answers;

/// <summary><c>GET /api/answers/{command}</c>: the same answer as in a chat, as JSON.</summary>
public sealed class GetAnswer(AnswerDesk desk)
{
    public const string Root = "/api/answers";

    internal static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };

    /// <summary>All commands that can be asked.</summary>
    public IResult List(HttpContext context)
    {
        var locale = PageLocale.Of(context.Request);
        return Conditional(
            context,
            desk.Commands.Select(command => new AnswerOffer(command.Name, command.Summary.In(locale), $"{Root}/{command.Name}")).ToList()
        );
    }

    public async Task<IResult> HandleAsync(HttpContext context, string name)
    {
        var request = context.Request;
        if (desk.Find(name) is not { } command)
        {
            return Problem(request, desk.Unknown(name), PageLocale.Of(request));
        }

        var given = request.Query.ToDictionary(pair => pair.Key, pair => string.Join(' ', pair.Value.ToArray()), StringComparer.Ordinal);
        var locale = PageLocale.Parse(given.GetValueOrDefault(AnswerParameter.Language)) ?? PageLocale.Of(request);
        var (answer, problem) = await desk.AskAsync(
            command,
            given,
            locale,
            (skip, asOf) => Page(command, given, skip, asOf),
            context.RequestAborted
        );
        return answer is null ? Problem(request, problem!, locale) : Conditional(context, answer);
    }

    internal static string Page(ReadingCommand command, IReadOnlyDictionary<string, string> given, int skip, string? asOf)
    {
        var query = new Dictionary<string, string?>(given.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
        {
            [AnswerParameter.Skip] = skip.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        if (asOf is not null)
        {
            query[AnswerParameter.AsOf] = asOf;
        }

        return QueryHelpers.AddQueryString($"{Root}/{command.Name}", query);
    }

    private static ProblemHttpResult Problem(HttpRequest request, AnswerProblem problem, Locale locale)
    {
        request.HttpContext.Response.Headers.Vary = VaryBy;
        return Problems.Of(request, problem.Status, problem.Code, problem.Title, problem.Detail, locale);
    }

    private static readonly StringValues VaryBy = new([HeaderNames.AcceptLanguage, HeaderNames.Authorization]);

    /// <summary>The tag is of the content, so that an answer that stays the same is never sent twice, whatever else was stored.</summary>
    private static IResult Conditional<T>(HttpContext context, T value)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, Json);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"");
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = VaryBy;
        return context
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, "application/json; charset=utf-8");
    }
}

/// <summary>A command that can be asked.</summary>
public sealed record AnswerOffer(string Name, string Summary, string Href);
