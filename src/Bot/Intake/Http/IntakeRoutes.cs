using Bot.Web.Exposure;

namespace Bot.Intake.Http;

/// <summary>The bot's data over HTTP.</summary>
internal static class IntakeRoutes
{
    public static void MapIntake(this IEndpointRouteBuilder routes)
    {
        // It checks its own bearer token, also on this machine.
        routes.MapPost("/api/briefings", (HttpContext context, PostBriefing post) => post.HandleAsync(context))
            .WithMetadata(new OwnCredentialAttribute());
        routes.MapGet("/api/briefings/{series}/{date}", (HttpContext context, string series, string date, GetBriefing get) =>
            get.HandleAsync(context, series, date));
        routes.MapGet("/api/funding", (HttpContext context, GetFunding get) => get.HandleAsync(context));
    }
}
