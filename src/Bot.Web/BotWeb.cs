using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Chat.Platforms;
using Bot.Web.Channel;
using Bot.Web.Exposure;
using Bot.Web.Pages;
using Bot.Web.Reading;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Web;

/// <summary>Registers and maps the web channel.</summary>
public static class BotWeb
{
    /// <summary>
    /// Adds the web platform and its pages. Requires the archive (<c>IDbContextFactory&lt;ArchiveContext&gt;</c>) and a
    /// <see cref="Bot.Chat.Commands.CommandDispatcher"/>. The options must already be checked:
    /// <see cref="WebOptionsCheck"/>.
    /// </summary>
    public static IServiceCollection AddBotWeb(this IServiceCollection services, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.AddAnswerRateLimits(options.Limits);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "bot-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // The host decides where the keys are stored; by default they last as long as the process.
        services.AddDataProtection().SetApplicationName("briefing-bot");

        // Keep Japanese unescaped: half the bytes, and readable page source.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<PageTimes>();
        services.AddSingleton<ChannelReader>();
        services.AddSingleton<HeldReader>();
        services.AddSingleton<ArchiveReader>();
        services.AddSingleton<Asking>();
        services.AddSingleton<IPlatform, WebPlatform>();
        return services;
    }

    /// <summary>
    /// Adds the guard, the security headers and the error pages in front of everything mapped on the application,
    /// including by others, and maps the pages. Call it before any other middleware.
    /// </summary>
    public static WebApplication MapBotWeb(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<SecurityHeaders>();
        ForwardedProxies.Use(app);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = context => ErrorAnswer.WriteAsync(context),
                StatusCodeSelector = FailureStatus.Of,
                // Callers see their own mistakes in the response; the bot's own faults must be logged.
                SuppressDiagnosticsCallback = failed => FailureStatus.Of(failed.Exception) < StatusCodes.Status500InternalServerError,
            }
        );
        app.UseMiddleware<ExposureGuard>();
        app.UseRateLimiter();
        app.UseStatusCodePages(status => ErrorAnswer.WriteAsync(status.HttpContext));
        app.UseAntiforgery();
        app.Use(RefuseForgedAsync);
        PageEndpoints.Map(app);
        ReadingEndpoints.Map(app);
        return app;
    }

    /// <summary>A form without its token, as another site would send it, reaches no page.</summary>
    private static Task RefuseForgedAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
