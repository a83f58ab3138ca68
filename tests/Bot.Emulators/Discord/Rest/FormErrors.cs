using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Collects the errors in a form, and refuses it with Discord's error tree.</summary>
/// <remarks>https://docs.discord.com/developers/reference#error-messages</remarks>
public sealed class FormErrors
{
    private readonly JsonObject _tree = [];

    /// <param name="path">Members and indexes, separated by periods; empty for the request as a whole.</param>
    /// <param name="code">Discord's code: <c>BASE_TYPE_MAX_LENGTH</c>.</param>
    public void Add(string path, string code, string message)
    {
        var node = _tree;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[step] is not JsonObject next)
            {
                node[step] = next = [];
            }

            node = next;
        }

        if (node["_errors"] is not JsonArray errors)
        {
            node["_errors"] = errors = [];
        }

        errors.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void TooLong(string path, int most) => Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");

    public void BadLength(string path, int least, int most) =>
        Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");

    public void NotIn(string path, params object[] choices) =>
        Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", choices)}}}.");

    /// <summary>50035 with the tree; null if nothing was added.</summary>
    public RefusalException? Refusal =>
        _tree.Count > 0 ? new RefusalException(400, ErrorCodes.InvalidForm, ErrorCodes.All[ErrorCodes.InvalidForm].Message, _tree) : null;

    /// <exception cref="RefusalException">50035, if anything was added.</exception>
    public void Verify()
    {
        if (Refusal is { } refusal)
        {
            throw refusal;
        }
    }
}
