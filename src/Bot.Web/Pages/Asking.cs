using System.Globalization;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Web.Channel;
using Bot.Web.Rendering;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Pages;

/// <summary>What the visitor typed or pressed, and the reply that only they see.</summary>
/// <param name="Briefing">The one that the reply is based on; null if none in particular.</param>
public sealed record Asked(string Question, WebPayload Reply, BriefingKey? Briefing = null);

/// <summary>
/// Answers the question in a page's address. Questions are GET requests, so reloading is safe and questions can be
/// bookmarked; therefore only read-only commands work here, and nobody is an admin.
/// </summary>
public sealed class Asking(CommandReader reader, CommandDispatcher commands)
{
    private const int LongestQuestion = 300;

    /// <param name="series">Of the page, for a question that names none; null for the first one that may be asked about.</param>
    /// <returns>Null if the address contains no question.</returns>
    public async Task<Asked?> AnswerAsync(HttpRequest request, Locale locale, CancellationToken cancellationToken, string? series = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var question = request.Query["q"].ToString().Trim();
        if (question.Length > LongestQuestion)
        {
            return new Asked(
                question[..(char.IsHighSurrogate(question[LongestQuestion - 1]) ? LongestQuestion - 1 : LongestQuestion)] + "…",
                TooLong(locale)
            );
        }

        if (reader.Read(question, locale) is not { } call)
        {
            return null;
        }

        var reply = await commands.DispatchAsync(
            call with
            {
                Platform = PlatformId.Web,
                Workspace = WebChannel.Workspace,
                Channel = WebChannel.DefaultName,
                Series = request.Query["series"].ToString() is { Length: > 0 } named ? named : series,
                Date = DateOnly.TryParseExact(
                    request.Query["date"],
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
                    ? date
                    : null,
            },
            cancellationToken
        );
        BriefingKey? briefing = reply.Message.Post is { } post ? new BriefingKey(post.Series, post.Date, post.Edition) : null;
        return new Asked(question, WebRenderer.Render(reply.Message), briefing);
    }

    private static WebPayload TooLong(Locale locale) => new("", $"<p>{PageTexts.In(locale)["QuestionTooLong"]}</p>", null, locale, []);
}
