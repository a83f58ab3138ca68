using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Reads a request's body: JSON, or a form with <c>payload_json</c> and <c>files[n]</c>.</summary>
/// <remarks>https://docs.discord.com/developers/reference#uploading-files</remarks>
internal static partial class BodyReader
{
    private const long LargestRequest = 25 << 20;
    private const long LargestFile = 10 << 20;

    public static async Task<(JsonNode? Body, IReadOnlyList<UploadedFile> Files, RefusalException? Unreadable)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return (null, [], null);
        }

        if (request.ContentLength > LargestRequest)
        {
            return (null, [], RefusalException.Of(ErrorCodes.RequestTooLarge));
        }

        try
        {
            if (request.HasJsonContentType())
            {
                return (await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken), [], null);
            }

            return request.HasFormContentType ? await ReadFormAsync(request, cancellationToken) : (null, [], WrongType());
        }
        catch (JsonException)
        {
            return (null, [], RefusalException.Of(ErrorCodes.InvalidJson));
        }
        catch (InvalidDataException)
        {
            return (null, [], WrongType());
        }
    }

    private static async Task<(JsonNode? Body, IReadOnlyList<UploadedFile> Files, RefusalException? Unreadable)> ReadFormAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var files = form
            .Files.Select(file => new UploadedFile(
                FileName().Match(file.Name) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0,
                file.FileName,
                file.ContentType,
                file.Length
            ))
            .ToList();
        var body = form.TryGetValue("payload_json", out var payload)
            ? JsonNode.Parse(payload.ToString())
            : new JsonObject(form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())));
        return (body, files, files.Exists(file => file.Size > LargestFile) ? RefusalException.Of(50045) : null);
    }

    private static RefusalException WrongType() =>
        new(
            400,
            ErrorCodes.InvalidForm,
            "Invalid Form Body",
            new JsonObject
            {
                ["_errors"] = new JsonArray(
                    new JsonObject
                    {
                        ["code"] = "CONTENT_TYPE_INVALID",
                        ["message"] =
                            "Expected \"Content-Type\" header to be one of {'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'}.",
                    }
                ),
            }
        );

    [GeneratedRegex(@"^files\[(\d{1,9})\]$")]
    private static partial Regex FileName();
}
