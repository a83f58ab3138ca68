using System.Reflection;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace Bot.Web.Api.Tools;

/// <summary>The endpoint of the Model Context Protocol: stateless, so that any process may answer any request.</summary>
internal static class ToolRoutes
{
    public static void AddTools(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ToolDesk>();
        services
            .AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation
                {
                    Name = "briefing-bot",
                    Title = "Briefing bot",
                    Version = typeof(ToolRoutes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
                };
                options.ServerInstructions =
                    "Briefings about a field, one a day, as data. Ask the tools, and name the date and the sources of what you repeat; "
                    + "the numbers in brackets are the sources' in citations. Nothing found means that no briefing says so.";
            })
            .WithHttpTransport(transport => transport.Stateless = true)
            .WithListToolsHandler((request, _) => ValueTask.FromResult(request.Services!.GetRequiredService<ToolDesk>().List()))
            .WithCallToolHandler(
                (request, cancellationToken) =>
                    request.Services!.GetRequiredService<ToolDesk>().CallAsync(request.Params, cancellationToken)
            );
    }

    public static void MapTools(this IEndpointRouteBuilder routes) => routes.MapMcp(PageRoutes.Tools);
}
