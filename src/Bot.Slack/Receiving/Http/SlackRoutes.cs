using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Receiving.Http;

/// <summary>The addresses to enter in the Slack app's settings. They check Slack's signature themselves.</summary>
public static class SlackRoutes
{
    public const string Commands = "/slack/commands";
    public const string Interactions = "/slack/interactions";
    public const string Events = "/slack/events";

    /// <summary>Maps them if Slack is to call the bot; with Socket Mode, or with Slack off, there is nothing to map.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        if (routes.ServiceProvider.GetService<SlackEndpoint>() is not { } receiver)
        {
            return routes;
        }

        Post(routes, Commands, receiver.CommandAsync, SlackEndpoint.MostCommand);
        Post(routes, Interactions, receiver.InteractionAsync, SlackEndpoint.MostInteraction);
        Post(routes, Events, receiver.EventAsync, SlackEndpoint.MostEvent);
        return routes;
    }

    private static void Post(IEndpointRouteBuilder routes, string path, RequestDelegate handler, long most) =>
        routes.MapPost(path, handler).WithMetadata(new Size(most));

    private sealed record Size(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
