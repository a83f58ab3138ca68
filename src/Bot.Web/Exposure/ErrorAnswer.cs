using Bot.Web.Pages;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Web.Exposure;

/// <summary>An error in the dress of who asked: a page for a person, problem details for a program. Never a stack trace.</summary>
internal static class ErrorAnswer
{
    /// <param name="reason">Key of the sentence among the pages' texts.</param>
    public static Task WriteAsync(HttpContext context, int status, string reason)
    {
        var asked = PageLocale.Of(context.Request);
        var texts = PageTexts.In(asked);
        if (PageRoutes.WantsPage(context.Request))
        {
            var parameters = new Dictionary<string, object?>
            {
                [nameof(ErrorPage.Frame)] = new PageFrame(asked, texts[$"Title{status}"], PageRoutes.Here(context.Request)),
                [nameof(ErrorPage.Reason)] = texts[reason],
            };
            return new RazorComponentResult<ErrorPage>(parameters) { StatusCode = status }.ExecuteAsync(context);
        }

        return TypedResults.Problem(statusCode: status, detail: PageTexts.In(Chat.Locale.English)[reason]).ExecuteAsync(context);
    }

    /// <summary>Statuses without a body, as routing and exceptions leave them.</summary>
    public static Task WriteAsync(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => WriteAsync(context, StatusCodes.Status404NotFound, "NothingHere"),
        StatusCodes.Status405MethodNotAllowed => WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "NotThatWay"),
        StatusCodes.Status400BadRequest => WriteAsync(context, StatusCodes.Status400BadRequest, "NotUnderstood"),
        var status and >= 500 => WriteAsync(context, status is 503 ? status : StatusCodes.Status500InternalServerError, "Failed"),
        _ => Task.CompletedTask,
    };
}
