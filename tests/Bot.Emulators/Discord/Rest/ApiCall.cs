using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;
using Microsoft.Extensions.Primitives;

namespace Bot.Emulators.Discord.Rest;

/// <summary>One fully read request to the API.</summary>
/// <param name="Number">Number of the request on this server.</param>
/// <param name="Place">Guild and channel: <c>GUILD/CHANNEL</c>; empty if the route has none.</param>
/// <param name="Token">First digits of the token's hash; null without one.</param>
public sealed record ApiCall(long Number, string Operation, string Place, string? Token)
{
    public required RouteValueDictionary Values { get; init; }

    public required IReadOnlyDictionary<string, StringValues> Query { get; init; }

    /// <summary>Null if the request had none.</summary>
    public JsonNode? Body { get; init; }

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>Set if the body could not be read.</summary>
    public RefusalException? Unreadable { get; init; }

    /// <summary>
    /// Set if the body does not match the published schema. The emulator's own checks come first, with Discord's
    /// messages.
    /// </summary>
    public RefusalException? Mismatch { get; init; }

    /// <summary>The call's thread; null for other channels.</summary>
    public string? Thread { get; init; }

    /// <summary>Answered as if successful, but nothing is stored.</summary>
    public bool IsSwallowed { get; init; }

    /// <summary>The body as an object; empty if there is none.</summary>
    public JsonObject Form => Body as JsonObject ?? [];

    public string? Nonce => Form["nonce"]?.ToString();

    /// <summary>The channel, guild or webhook that limits apply to.</summary>
    public string Major =>
        Text("webhook") is { } webhook ? $"{webhook}/{Text("token")}" : Text("channel") ?? Text("guild") ?? Text("interaction") ?? "";

    /// <summary>Call before changing anything.</summary>
    /// <exception cref="RefusalException"><see cref="Mismatch"/>.</exception>
    public void VerifySchema()
    {
        if (Mismatch is not null)
        {
            throw Mismatch;
        }
    }

    public string? Text(string name) => Values.TryGetValue(name, out var value) ? value as string : null;

    /// <exception cref="RefusalException">50035, if the path has no id there.</exception>
    public ulong Id(string name)
    {
        if (Snowflakes.Parse(Text(name)) is { } id)
        {
            return id;
        }

        var errors = new FormErrors();
        errors.Add(name + "_id", "NUMBER_TYPE_COERCE", $"Value \"{Text(name)}\" is not snowflake.");
        errors.Verify();
        return 0;
    }

    public bool Flag(string name) => Query.TryGetValue(name, out var value) && value.ToString() is "true" or "True" or "1";

    public ulong? QueryId(string name) => Query.TryGetValue(name, out var value) ? Snowflakes.Parse(value.ToString()) : null;

    /// <exception cref="RefusalException">50035, if out of range.</exception>
    public int QueryNumber(string name, int otherwise, int least, int most)
    {
        if (!Query.TryGetValue(name, out var value))
        {
            return otherwise;
        }

        var errors = new FormErrors();
        if (!int.TryParse(value.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            errors.Add(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not int.");
        }
        else if (number < least)
        {
            errors.Add(name, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {least}.");
        }
        else if (number > most)
        {
            errors.Add(name, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {most}.");
        }

        errors.Verify();
        return number;
    }

    public LogEntry Entry(long sequence, LogKind kind, DateTimeOffset at) =>
        new(sequence, at, kind, Operation, Place)
        {
            Request = Number,
            Token = Token,
            Thread = Thread,
        };
}
