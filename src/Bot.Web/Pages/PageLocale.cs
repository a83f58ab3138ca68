using Bot.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SameSiteMode = Microsoft.AspNetCore.Http.SameSiteMode;

namespace Bot.Web.Pages;

/// <summary>
/// The visitor's language: from the language switch's cookie, else the browser's, else Japanese, which most readers
/// speak.
/// </summary>
internal static class PageLocale
{
    public const string Cookie = "lang";

    public static Locale Of(HttpRequest request)
    {
        if (Parse(request.Cookies[Cookie]) is { } chosen)
        {
            return chosen;
        }

        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages) || languages.Count == 0)
        {
            return Locale.Japanese;
        }

        // Stable sort: the first of equals wins. A visitor who reads neither is more likely to read English.
        var wanted = languages.Where(language => language.Quality != 0).OrderByDescending(language => language.Quality ?? 1);
        return wanted.Select(language => Parse(language.Value.Value)).FirstOrDefault(locale => locale is not null) ?? Locale.English;
    }

    public static void Remember(HttpContext context, Locale locale, TimeProvider time) =>
        context.Response.Cookies.Append(
            Cookie,
            Tag(locale),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                Path = "/",
                Expires = time.GetUtcNow().AddYears(1),
                IsEssential = true,
            }
        );

    public static string Tag(Locale locale) => LocaleNames.TagOf(locale);

    /// <summary>Null if it is neither Japanese nor English.</summary>
    public static Locale? Parse(string? tag) => LocaleNames.Read(tag?.Split('-')[0]);
}
