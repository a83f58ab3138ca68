using Bot.Intake.Http;
using Bot.Web.Pages;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Web.Exposure;

/// <summary>Writes an error in the caller's format: a page for a person, problem details for a program. Never a stack trace.</summary>
internal static class ErrorAnswer
{
    /// <param name="reason">Key of the sentence in the page texts.</param>
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

        return Problems
            .Of(context.Request, status, CodeOf(reason), PageTexts.Both($"Title{status}"), PageTexts.Both(reason))
            .ExecuteAsync(context);
    }

    /// <summary>NotFromOutside is not-from-outside.</summary>
    private static string CodeOf(string reason) =>
        string.Concat(reason.Select((letter, at) => (at > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));

    /// <summary>For statuses without a body, as set by routing and exceptions.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        FailureStatus.Advise(context.Response);
        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => WriteAsync(context, StatusCodes.Status404NotFound, "NothingHere"),
            StatusCodes.Status405MethodNotAllowed => WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "NotThatWay"),
            StatusCodes.Status400BadRequest => WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                PageRoutes.WantsPage(context.Request) ? "NotUnderstood" : "Malformed"
            ),
            StatusCodes.Status408RequestTimeout => WriteAsync(context, StatusCodes.Status408RequestTimeout, "TooSlow"),
            var status and (StatusCodes.Status413PayloadTooLarge or StatusCodes.Status431RequestHeaderFieldsTooLarge) => WriteAsync(
                context,
                status,
                "TooMuch"
            ),
            StatusCodes.Status415UnsupportedMediaType => WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, "NotThisType"),
            StatusCodes.Status503ServiceUnavailable => WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "DatabaseAway"),
            >= 500 => WriteAsync(context, StatusCodes.Status500InternalServerError, "Failed"),
            _ => Task.CompletedTask,
        };
    }
}
