using Bot.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Intake.Http;

/// <summary>Errors as problem details (RFC 9457), in the caller's language, or in both if it names none.</summary>
public static class Problems
{
    /// <param name="code">Stable name of the error, kebab case; the same in every language.</param>
    /// <param name="detail">What is wrong here and what to do next.</param>
    /// <param name="locale">The caller's language if it is known otherwise than from the request's headers.</param>
    public static ProblemHttpResult Of(
        HttpRequest request,
        int status,
        string code,
        LocalizedText title,
        LocalizedText detail,
        Locale? locale = null
    )
    {
        var language = locale ?? LanguageOf(request);
        return TypedResults.Problem(
            statusCode: status,
            type: $"urn:briefing-bot:{code}",
            title: Say(title, language),
            detail: Say(detail, language),
            extensions: new Dictionary<string, object?> { ["code"] = code }
        );
    }

    /// <summary>The caller's preference among Japanese and English; null if it names neither.</summary>
    public static Locale? LanguageOf(HttpRequest request)
    {
        var asked = request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "");
        foreach (var language in asked)
        {
            if (language.StartsWith("ja", StringComparison.OrdinalIgnoreCase))
            {
                return Locale.Japanese;
            }

            if (language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return Locale.English;
            }
        }

        return null;
    }

    private static string Say(LocalizedText text, Locale? locale) =>
        locale is { } known ? text.In(known) : $"{text.Japanese} / {text.English}";
}
