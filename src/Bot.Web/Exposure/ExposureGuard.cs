using System.Net;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Web.Exposure;

/// <summary>
/// Controls access. Open to everyone: <c>/slack/*</c>, <c>/discord/*</c> (they check signatures), <c>/health/live</c>,
/// and the sign-in page with its style sheet. If tokens are configured, everything else requires one; a read token opens only what
/// programs read. Without tokens it
/// is open only from this machine, and only under one of its names: DNS rebinding to 127.0.0.1 or an unconfigured proxy
/// in front gets nothing.
/// </summary>
internal sealed class ExposureGuard(RequestDelegate next, WebOptions options, AccessTokens tokens, SessionCookie session)
{
    private static readonly PathString[] OpenRoots =
    [
        "/slack",
        "/discord",
        "/health/live",
        PageRoutes.SignIn,
        PageRoutes.Assets,
        PageRoutes.Language,
    ];

    private static readonly string[] ProxyHeaders =
    [
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Real-IP",
        "X-Original-For",
        "Via",
    ];

    private static readonly PathString[] ReadRoots = ["/api", "/openapi"];

    private readonly HashSet<string> _ownNames = new(
        (ListenAddress.ParseAll(options.Url) ?? []).Select(address => address.Host),
        StringComparer.OrdinalIgnoreCase
    );

    public Task InvokeAsync(HttpContext context)
    {
        if (OpenRoots.Any(root => context.Request.Path.StartsWithSegments(root)) || ChecksItself(context))
        {
            return next(context);
        }

        if (context.Request.Path.StartsWithSegments(PageRoutes.Tools) && IsFromAnotherSite(context.Request))
        {
            // Whatever token it shows: a page that a browser was sent to must not speak for its visitor.
            return ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, "FromAnotherSite");
        }

        if (tokens.AreConfigured || (tokens.AreNeededToRead && IsReading(context.Request)))
        {
            return HasToken(context) ? next(context) : AskForToken(context);
        }

        if (
            context.Connection.RemoteIpAddress is not { } remote
            || !IPAddress.IsLoopback(remote)
            || ProxyHeaders.Any(context.Request.Headers.ContainsKey)
        )
        {
            return ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, "NotFromOutside");
        }

        if (!IsOwnName(context.Request.Host.Host))
        {
            return ErrorAnswer.WriteAsync(context, StatusCodes.Status400BadRequest, "UnknownHost");
        }

        return IsFromAnotherSite(context.Request)
            ? ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, "FromAnotherSite")
            : next(context);
    }

    private static bool ChecksItself(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OwnCredentialAttribute>() is not null;

    /// <summary>SameSite keeps the cookie out of requests started by other sites; the origin is checked in case it fails.</summary>
    private bool HasToken(HttpContext context) =>
        BearerToken(context.Request) is { } token
            ? tokens.Accept(token) || (IsReading(context.Request) && tokens.AcceptToRead(token))
            : session.IsValid(context) && !IsFromAnotherSite(context.Request);

    /// <summary>What a read token opens.</summary>
    internal static bool IsReading(HttpRequest request) =>
        request.Path.StartsWithSegments(PageRoutes.Tools)
        || (
            (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && ReadRoots.Any(root => request.Path.StartsWithSegments(root))
        );

    /// <summary>The token that a program shows; null for none.</summary>
    internal static string? BearerToken(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : null;
    }

    private static Task AskForToken(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && PageRoutes.WantsPage(context.Request))
        {
            context.Response.Redirect(PageRoutes.SignInBackTo(PageRoutes.Here(context.Request)));
            return Task.CompletedTask;
        }

        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return ErrorAnswer.WriteAsync(context, StatusCodes.Status401Unauthorized, "TokenNeeded");
    }

    private bool IsOwnName(string host) => ListenAddress.IsLoopbackName(host) || _ownNames.Contains(host.Trim('[', ']'));

    /// <summary>True for writes by a form or script of another site. Browsers send Origin with every such request.</summary>
    private static bool IsFromAnotherSite(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(
                Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            );
    }
}
