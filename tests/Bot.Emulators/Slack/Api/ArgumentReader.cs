using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Bot.Emulators.Slack.Api;

/// <summary>
/// Reads a call's arguments according to its content type, with Slack's warnings about charsets
/// (https://docs.slack.dev/apis/web-api).
/// </summary>
internal static class ArgumentReader
{
    /// <param name="acceptsJson">If false, the method ignores a JSON body.</param>
    public static async Task<ReadArguments> ReadAsync(HttpContext context, bool acceptsJson)
    {
        var request = context.Request;
        var values = new JsonObject();
        foreach (var (name, value) in request.Query)
        {
            values[name] = value.ToString();
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        if (request.ContentType is null)
        {
            return body.Length == 0 ? new ReadArguments(values, body) : new ReadArguments(values, body) { Error = "missing_post_type" };
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return new ReadArguments(values, body) { Error = "invalid_post_type" };
        }

        if (
            type.Charset.HasValue
            && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
        )
        {
            return new ReadArguments(values, body) { Error = "invalid_charset" };
        }

        return type.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/json" => Json(values, body, acceptsJson, type.Charset.HasValue ? null : "missing_charset"),
            "application/x-www-form-urlencoded" => Form(values, body, type.Charset.HasValue ? "superfluous_charset" : null),
            "multipart/form-data" => await MultipartAsync(values, body, type),
            "text/plain" => new ReadArguments(values, body),
            _ => new ReadArguments(values, body) { Error = "invalid_post_type" },
        };
    }

    private static ReadArguments Json(JsonObject values, byte[] body, bool acceptsJson, string? warning)
    {
        var read = new ReadArguments(values, body) { IsJson = true, Warning = warning };
        if (body.Length == 0 || !acceptsJson)
        {
            return read;
        }

        try
        {
            if (JsonNode.Parse(body) is not JsonObject json)
            {
                return read with { Error = "json_not_object" };
            }

            foreach (var (name, value) in json)
            {
                values[name] = value?.DeepClone();
            }

            return read;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // ArgumentException: a duplicate name.
            return read with { Error = "invalid_json" };
        }
    }

    private static ReadArguments Form(JsonObject values, byte[] body, string? warning)
    {
        foreach (var (name, value) in QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)))
        {
            values[name] = value.ToString();
        }

        return new ReadArguments(values, body) { Warning = warning };
    }

    private static async Task<ReadArguments> MultipartAsync(JsonObject values, byte[] body, MediaTypeHeaderValue type)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            return new ReadArguments(values, body) { Error = "invalid_form_data" };
        }

        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body));
            while (await reader.ReadNextSectionAsync() is { } section)
            {
                if (section.GetContentDispositionHeader()?.Name.Value is { } name)
                {
                    values[HeaderUtilities.RemoveQuotes(name).Value!] = await new StreamReader(section.Body).ReadToEndAsync();
                }
            }

            return new ReadArguments(values, body);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return new ReadArguments(values, body) { Error = "invalid_form_data" };
        }
    }
}

/// <summary>The arguments, or why they could not be read.</summary>
/// <param name="Body">Raw bytes.</param>
internal sealed record ReadArguments(JsonObject Values, byte[] Body)
{
    public string? Error { get; init; }

    public string? Warning { get; init; }

    public bool IsJson { get; init; }
}
