using Bot.Web.Exposure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Web.Api.Deliveries;

/// <summary>The ledger over HTTP, for admins.</summary>
internal static class DeliveryRoutes
{
    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        var deliveries = routes
            .MapGroup("/api/deliveries")
            .AddEndpointFilter(new AdminGate(routes.ServiceProvider.GetRequiredService<AdminTokens>()))
            .WithMetadata(new OwnCredentialAttribute());
        deliveries.MapGet("", (HttpContext context, DeliveryReading reading) => reading.ListAsync(context));
        deliveries.MapGet("{id:long}", (HttpContext context, long id, DeliveryReading reading) => reading.ShowAsync(context, id));
        deliveries.MapGet("export", (HttpContext context, DeliveryReading reading) => reading.ExportAsync(context));
        deliveries.MapGet("pauses", (HttpContext context, DeliveryReading reading) => reading.PausesAsync(context));
        deliveries.MapPost("{id:long}/resend", (HttpContext context, long id, DeliveryWork work) => work.ResendAsync(context, id));
        deliveries.MapPost("{id:long}/cancel", (HttpContext context, long id, DeliveryWork work) => work.CancelAsync(context, id));
        deliveries.MapPost("{id:long}/recall", (HttpContext context, long id, DeliveryWork work) => work.RecallAsync(context, id));
        deliveries.MapPost("posts/{key}/skip", (HttpContext context, string key, DeliveryWork work) => work.SkipAsync(context, key));
        deliveries.MapPost("posts/{key}/settle", (HttpContext context, string key, DeliveryWork work) => work.SettleAsync(context, key));
        deliveries.MapGet("corrections", (HttpContext context, CorrectionDecisions decisions) => decisions.ListAsync(context));
        deliveries.MapPost("corrections/confirm", (HttpContext context, CorrectionDecisions decisions) => decisions.ConfirmAsync(context));
        deliveries.MapPost("corrections/drop", (HttpContext context, CorrectionDecisions decisions) => decisions.DropAsync(context));
        deliveries.MapPost("pause", (HttpContext context, DeliveryWork work) => work.PauseAsync(context));
        deliveries.MapPost("resume", (HttpContext context, DeliveryWork work) => work.ResumeAsync(context));
    }
}
