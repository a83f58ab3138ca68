using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;

namespace Bot.Emulators.Slack.Methods;

/// <summary>Cursors: pages may be short, and an empty cursor marks the end.</summary>
internal static class Paging
{
    private const string Mark = "next:";

    /// <param name="name">Field of the response for the page.</param>
    /// <param name="usual">Page size if none is requested.</param>
    public static ApiResult Page<T>(ApiCall call, string name, IReadOnlyList<T> all, Func<T, JsonNode> show, int usual, int most)
    {
        var limit = call.Arguments.Number("limit") ?? usual;
        if (limit < 1 || limit > most)
        {
            return ApiResult.Fail("invalid_limit");
        }

        if (From(call.Arguments.Text("cursor")) is not { } from || from > all.Count)
        {
            return ApiResult.Fail("invalid_cursor");
        }

        var page = all.Skip(from).Take(limit).Select(show).ToArray();
        var next =
            from + page.Length < all.Count
                ? Convert.ToBase64String(Encoding.ASCII.GetBytes(Mark + (from + page.Length).ToString(CultureInfo.InvariantCulture)))
                : "";
        return ApiResult.Ok(
            new JsonObject
            {
                [name] = new JsonArray(page),
                ["has_more"] = next.Length > 0,
                ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
            }
        );
    }

    private static int? From(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[64];
        return
            cursor.Length <= 64
            && Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is var text
            && text.StartsWith(Mark, StringComparison.Ordinal)
            && int.TryParse(text[Mark.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            ? from
            : null;
    }
}
