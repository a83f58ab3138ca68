using Bot.Intake.Http;
using Bot.Web.Exposure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Api;

/// <summary>The bot's data over HTTP.</summary>
public static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        // Checks its own bearer token, even for requests from this machine.
        routes
            .MapPost("/api/briefings", (HttpContext context, PostBriefing post) => post.HandleAsync(context))
            .WithMetadata(new OwnCredentialAttribute());
        routes.MapGet(
            "/api/briefings/{series}/{date}",
            (HttpContext context, string series, string date, GetBriefing get) => get.HandleAsync(context, series, date)
        );
        routes.MapGet("/api/funding", (HttpContext context, GetFunding get) => get.HandleAsync(context));
    }
}
