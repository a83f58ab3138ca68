using Bot.Archive.Setup;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Bot.Web.Exposure;

/// <summary>
/// What an exception is on the wire, for every endpoint: what the caller did wrong is his (4xx), what the database cannot do
/// now may be tried again (503), and only a fault of the bot is 500.
/// </summary>
internal static class FailureStatus
{
    /// <summary>The caller has hung up: nobody reads the answer, and nothing is wrong. As nginx writes it down.</summary>
    public const int HungUp = 499;

    /// <summary>The assembly that reads requests: an error of input that is thrown there is about the request, not about a disk.</summary>
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>In seconds.</summary>
    private const string RetryAfter = "5";

    public static int Of(Exception failure) => failure switch
    {
        // Kestrel and the binding of parameters: a broken chunk, a body that is too large or too slow, a form that is none.
        BadHttpRequestException bad => bad.StatusCode,
        OperationCanceledException or Microsoft.AspNetCore.Connections.ConnectionAbortedException or Microsoft.AspNetCore.Connections.ConnectionResetException => HungUp,
        // A chunk whose size no number holds: the server says so in a plain exception of its own.
        IOException { Source: Server } => StatusCodes.Status400BadRequest,
        _ when Causes(failure).OfType<BadHttpRequestException>().FirstOrDefault() is { } bad => bad.StatusCode,
        _ when DatabaseErrors.TroubleOf(failure) is not null => StatusCodes.Status503ServiceUnavailable,
        // A character that the database cannot keep, such as NUL: it can only have come with the request.
        _ when Causes(failure).Any(cause => cause is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }) =>
            StatusCodes.Status400BadRequest,
        // Half a character of UTF-16 in a request cannot be written as UTF-8.
        System.Text.EncoderFallbackException or System.Text.DecoderFallbackException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Says when to come again, where that may help.</summary>
    public static void Advise(HttpResponse response)
    {
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers[HeaderNames.RetryAfter] = RetryAfter;
        }
    }

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }
}
