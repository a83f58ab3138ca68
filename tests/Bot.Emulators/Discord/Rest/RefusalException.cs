using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Ends a call with one of Discord's errors. An exception, because any check may have to end the call.</summary>
/// <param name="code">Discord's own code; 0 for none.</param>
/// <param name="errors">Error tree of a form.</param>
/// <param name="retryAfter">Seconds.</param>
public sealed class RefusalException(int status, int code, string message, JsonObject? errors = null, double? retryAfter = null)
    : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public JsonObject Body
    {
        get
        {
            var body = new JsonObject { ["message"] = Message, ["code"] = Code };
            if (errors is not null)
            {
                body["errors"] = errors.DeepClone();
            }

            if (retryAfter is { } seconds)
            {
                body["retry_after"] = seconds;
            }

            return body;
        }
    }

    public static RefusalException Of(int code, double? retryAfter = null) =>
        ErrorCodes.All.TryGetValue(code, out var known)
            ? new RefusalException(known.Status, code, known.Message, retryAfter: retryAfter)
            : new RefusalException(400, code, "Error", retryAfter: retryAfter);

    public static RefusalException Unauthorized => new(401, 0, "401: Unauthorized");

    public static RefusalException NoRoute => new(404, 0, "404: Not Found");

    public static RefusalException NoMethod => new(405, 0, "405: Method Not Allowed");

    /// <summary>The server failed, intentionally or not.</summary>
    public static RefusalException Internal => new(500, 0, "500: Internal Server Error");
}
