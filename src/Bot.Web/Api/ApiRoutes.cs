using Bot.Intake.Http;
using Bot.Web.Api.Answers;
using Bot.Web.Api.Description;
using Bot.Web.Api.Tools;
using Bot.Web.Exposure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Web.Api;

/// <summary>The bot's data over HTTP.</summary>
public static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        // Checks its own bearer token, even for requests from this machine.
        routes
            .MapPost("/api/briefings", (HttpContext context, PostBriefing post) => post.HandleAsync(context))
            .WithMetadata(new OwnCredentialAttribute())
            .WithSummary("Takes a briefing: the Markdown as body.")
            .WithTags("Briefings")
            .WithMetadata(
                QueryParameter.Text("series", "Key of the series; the first one if left out"),
                QueryParameter.Day("date", "Day of the briefing, if the document does not say"),
                QueryParameter.Text("edition", "Edition of that day, such as evening"),
                QueryParameter.Flag("dryRun", "Only reads the document and answers what would happen"),
                QueryParameter.Flag("deliver", "Whether it is delivered to channels")
            )
            .WithMetadata(new MarkdownBody())
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(404)
            .ProducesProblem(413)
            .ProducesProblem(422);
        routes
            .MapGet(
                "/api/briefings/{series}/{date}",
                (HttpContext context, string series, string date, GetBriefing get) => get.HandleAsync(context, series, date)
            )
            .WithSummary("A stored briefing as data.")
            .WithTags("Briefings")
            .WithMetadata(QueryParameter.Text("edition", "Edition of that day; the regular one, else the newest, if left out"))
            .Answers();
        routes
            .MapGet("/api/funding", (HttpContext context, GetFunding get) => get.HandleAsync(context))
            .WithSummary("Funding rounds of a company, newest first; without one, those of the newest briefing that has any.")
            .WithTags("Briefings")
            .WithMetadata(
                QueryParameter.Text("company", "Name of the company"),
                QueryParameter.Text("series", "Key of the series; the first one if left out"),
                QueryParameter.Number("skip", "How many rounds to pass over")
            )
            .Answers();
        MapAnswers(routes);
        routes.MapOpenApi().ExcludeFromDescription();
        routes.MapTools();
    }

    /// <summary>An address for every command, so that each is described with its own parameters.</summary>
    private static void MapAnswers(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(GetAnswer.Root, (HttpContext context, GetAnswer get) => get.List(context))
            .WithSummary("What can be asked.")
            .WithTags("Answers")
            .Produces<IReadOnlyList<AnswerOffer>>()
            .Answers();
        foreach (var command in routes.ServiceProvider.GetRequiredService<AnswerDesk>().Commands)
        {
            routes
                .MapGet($"{GetAnswer.Root}/{command.Name}", (HttpContext context, GetAnswer get) => get.HandleAsync(context, command.Name))
                .WithSummary(command.Summary.English)
                .WithDescription(command.Summary.Japanese)
                .WithTags("Answers")
                .WithMetadata([.. command.Parameters.Select(QueryParameter.Of)])
                .Produces<Answer>()
                .Answers();
        }

        routes
            .MapGet(
                GetAnswer.Root + "/{command}",
                (HttpContext context, string command, GetAnswer get) => get.HandleAsync(context, command)
            )
            .ExcludeFromDescription();
    }

    /// <summary>What every reading address may answer.</summary>
    private static RouteHandlerBuilder Answers(this RouteHandlerBuilder route) =>
        route
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
