using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Json.Schema;

namespace Bot.Emulators.Discord.Rules;

/// <summary>
/// Validates request bodies against Discord's published OpenAPI description, in addition to the emulator's own rules,
/// which are stricter where the description is known to be too lax, and the only ones where it is known to be wrong.
/// </summary>
/// <remarks>https://github.com/discord/discord-api-spec</remarks>
public sealed class OpenApiBodies
{
    private const string Variable = "BOT_SHARED";
    private const int MostComplaints = 5;

    /// <summary>
    /// Members whose published type differs from what Discord documents and accepts: permissions are strings, an
    /// attachment's placeholder may be a number.
    /// </summary>
    private static readonly (string Schema, string Member)[] WronglyTyped =
    [
        ("ApplicationCommandUpdateRequest", "default_member_permissions"),
        ("ApplicationCommandCreateRequest", "default_member_permissions"),
        ("MessageAttachmentRequest", "id"),
    ];

    private static readonly Uri Name = new("https://openapi.invalid/discord");
    private static readonly Lazy<OpenApiBodies?> Found = new(Read);
    private readonly EvaluationOptions _options = new() { OutputFormat = OutputFormat.List };
    private readonly ConcurrentDictionary<string, JsonSchema> _schemas = [];
    private readonly Lock _gate = new();

    private OpenApiBodies(JsonNode description)
    {
        foreach (var (schema, member) in WronglyTyped)
        {
            description["components"]!["schemas"]![schema]!["properties"]![member] = new JsonObject();
        }

        _options.SchemaRegistry.Register(Name, new JsonNodeBaseDocument(description, Name));
    }

    /// <summary>The description in the folder given by BOT_SHARED; null if missing.</summary>
    public static OpenApiBodies? Find() => Found.Value;

    /// <param name="schema">Name of a schema; with a trailing <c>[]</c>, a list of it.</param>
    /// <returns>50035 with errors of code <c>OPENAPI</c> if the body does not match the schema; otherwise null.</returns>
    public RefusalException? Judge(string schema, JsonNode? body)
    {
        EvaluationResults results;
        // The registry resolves references during evaluation and is not thread-safe.
        lock (_gate)
        {
            results = _schemas.GetOrAdd(schema, Referring).Evaluate(body, _options);
        }

        if (results.IsValid)
        {
            return null;
        }

        var errors = new FormErrors();
        var complaints = results
            .Details.Where(detail => !detail.IsValid && detail.HasErrors)
            .OrderByDescending(detail => detail.InstanceLocation.Count)
            .Take(MostComplaints);
        foreach (var complaint in complaints)
        {
            errors.Add("", "OPENAPI", $"{schema} {complaint.InstanceLocation}: {string.Join("; ", complaint.Errors!.Values)}");
        }

        return errors.Refusal;
    }

    private static OpenApiBodies? Read()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? "", "reference", "discord-openapi.json");
        return File.Exists(path) ? new OpenApiBodies(JsonNode.Parse(File.ReadAllText(path))!) : null;
    }

    private static JsonSchema Referring(string schema)
    {
        var isList = schema.EndsWith("[]", StringComparison.Ordinal);
        var one = new JsonSchemaBuilder().Ref(new Uri($"{Name}#/components/schemas/{(isList ? schema[..^2] : schema)}"));
        return isList ? new JsonSchemaBuilder().Type(SchemaValueType.Array).Items(one).Build() : one.Build();
    }
}
