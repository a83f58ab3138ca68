using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Faults;

namespace Bot.Emulators.Slack.Api;

/// <summary>A method's response: status 200 whether it succeeded or not, like Slack; 429 only for limits.</summary>
public sealed class ApiResult
{
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ApiResult(JsonObject body, string? error)
    {
        (Body, Error) = (body, error);
    }

    public JsonObject Body { get; }

    /// <summary>Null on success.</summary>
    public string? Error { get; }

    public int Status { get; private init; } = 200;

    public string? RetryAfter { get; private init; }

    public List<string> Warnings { get; } = [];

    public static ApiResult Ok(JsonObject? body = null)
    {
        var whole = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in body ?? [])
        {
            whole[name] = value?.DeepClone();
        }

        return new ApiResult(whole, null);
    }

    /// <param name="messages">Messages for <c>response_metadata</c>, without their prefix.</param>
    public static ApiResult Fail(string error, params IReadOnlyList<string> messages)
    {
        var body = new JsonObject { ["ok"] = false, ["error"] = error };
        if (messages.Count > 0)
        {
            body["response_metadata"] = new JsonObject
            {
                ["messages"] = new JsonArray([.. messages.Select(text => (JsonNode)("[ERROR] " + text))]),
            };
        }

        return new ApiResult(body, error);
    }

    /// <summary>A refusal that names each position: <c>no more than 25 items allowed [json-pointer:/blocks/1/elements]</c>.</summary>
    public static ApiResult Invalid(string error, IReadOnlyList<string> problems)
    {
        var result = Fail(error, problems);
        result.Body["errors"] = new JsonArray([.. problems.Select(text => (JsonNode)text)]);
        return result;
    }

    public static ApiResult MissingScope(string needed, IEnumerable<string> provided)
    {
        var result = Fail("missing_scope");
        result.Body["needed"] = needed;
        result.Body["provided"] = string.Join(',', provided.Order(StringComparer.Ordinal));
        return result;
    }

    /// <param name="retryAfter">Value of the header; null for none.</param>
    public static ApiResult Limited(string? retryAfter) =>
        new(new JsonObject { ["ok"] = false, ["error"] = "ratelimited" }, "ratelimited") { Status = 429, RetryAfter = retryAfter };

    public HonestAnswer ToAnswer()
    {
        if (Warnings.Count > 0)
        {
            Body["warning"] = string.Join(',', Warnings);
            var about = Body["response_metadata"] as JsonObject ?? [];
            about["warnings"] = new JsonArray([.. Warnings.Select(text => (JsonNode)text)]);
            Body["response_metadata"] = about.DeepClone();
        }

        var answer = new HonestAnswer(Status, Body.ToJsonString(Writing));
        if (RetryAfter is not null)
        {
            answer.Headers["Retry-After"] = RetryAfter;
        }

        return answer;
    }
}
