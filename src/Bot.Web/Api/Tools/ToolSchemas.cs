using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Bot.Web.Api.Answers;

namespace Bot.Web.Api.Tools;

/// <summary>What a tool takes and gives, as JSON Schema.</summary>
internal static class ToolSchemas
{
    /// <summary>Of every answer.</summary>
    public static JsonElement Answer { get; } =
        Element(
            GetAnswer.Json.GetJsonSchemaAsNode(
                typeof(Answer),
                new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Described }
            )
        );

    public static JsonElement InputOf(ReadingCommand command)
    {
        var properties = new JsonObject(
            command.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)Of(parameter)))
        );
        return Element(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = Array(command.Parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name)),
                ["additionalProperties"] = false,
            }
        );
    }

    private static JsonObject Of(AnswerParameter parameter)
    {
        var schema = new JsonObject
        {
            ["type"] = parameter.IsNumber ? "integer" : "string",
            ["description"] = $"{parameter.Description.English} / {parameter.Description.Japanese}",
        };
        if (parameter.IsNumber)
        {
            schema["minimum"] = 0;
            schema["maximum"] = AnswerParameter.MostSkipped;
        }

        if (parameter.IsDate)
        {
            schema["format"] = "date";
        }

        if (parameter.Values.Count > 0)
        {
            schema["enum"] = Array(parameter.Values);
        }

        return schema;
    }

    private static JsonNode Described(JsonSchemaExporterContext context, JsonNode schema)
    {
        var attributes = context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type;
        if (
            schema is JsonObject known
            && attributes.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute description, ..]
        )
        {
            known["description"] = description.Description;
        }

        return schema;
    }

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)JsonValue.Create(value))]);

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
