using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Web.Exposure;

/// <summary>Headers of every response: no scripts, nothing from elsewhere, nothing kept by caches unless the endpoint says so.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // As the response starts, because an error page begins by clearing what was set before it.
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers.Remove("blazor-enhanced-nav"); // There is no script that it could speak to.
                headers.TryAdd(HeaderNames.CacheControl, "no-store");
                return Task.CompletedTask;
            },
            context);
        return next(context);
    }
}
