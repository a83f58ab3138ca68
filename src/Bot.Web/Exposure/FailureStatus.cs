using Bot.Archive.Setup;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Bot.Web.Exposure;

/// <summary>
/// Maps exceptions to status codes for every endpoint: 4xx for the caller's mistakes, 503 if the database cannot do it
/// now and a retry may help, and 500 only for the bot's own faults.
/// </summary>
internal static class FailureStatus
{
    /// <summary>The caller hung up: nobody reads the response, and nothing is wrong. nginx's code for it.</summary>
    public const int HungUp = 499;

    /// <summary>The assembly that reads requests: an I/O error thrown there is about the request, not a disk.</summary>
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>In seconds.</summary>
    private const string RetryAfter = "5";

    public static int Of(Exception failure) =>
        failure switch
        {
            // From Kestrel and parameter binding: a broken chunk, a body that is too large or too slow, an invalid form.
            BadHttpRequestException bad => bad.StatusCode,
            OperationCanceledException
            or Microsoft.AspNetCore.Connections.ConnectionAbortedException
            or Microsoft.AspNetCore.Connections.ConnectionResetException => HungUp,
            // A chunk size that overflows: Kestrel throws a plain exception for it.
            IOException { Source: Server } => StatusCodes.Status400BadRequest,
            _ when Causes(failure).OfType<BadHttpRequestException>().FirstOrDefault() is { } bad => bad.StatusCode,
            _ when DatabaseErrors.TroubleOf(failure) is not null => StatusCodes.Status503ServiceUnavailable,
            // A character the database cannot store, such as NUL: it can only have come from the request.
            _ when Causes(failure)
                    .Any(cause =>
                        cause
                            is PostgresException
                            {
                                SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter
                            }
                    ) => StatusCodes.Status400BadRequest,
            // A lone surrogate in a request cannot be written as UTF-8.
            System.Text.EncoderFallbackException or System.Text.DecoderFallbackException => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };

    /// <summary>Says when to retry, if that may help.</summary>
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
