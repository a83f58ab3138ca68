using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Web.Api.Answers;
using Microsoft.OpenApi;

namespace Bot.Web.Api.Description;

/// <summary>Describes a query parameter of an endpoint that reads its query itself.</summary>
internal sealed record QueryParameter(string Name, string Description, OpenApiSchema Schema, bool Required = false)
{
    public static QueryParameter Text(string name, string description) =>
        new(name, description, new OpenApiSchema { Type = JsonSchemaType.String });

    public static QueryParameter Day(string name, string description) =>
        new(name, description, new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });

    public static QueryParameter Flag(string name, string description) =>
        new(name, description, new OpenApiSchema { Type = JsonSchemaType.Boolean });

    public static QueryParameter Number(string name, string description, int? most = null) =>
        new(
            name,
            description,
            new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "0",
                Maximum = most?.ToString(CultureInfo.InvariantCulture),
            }
        );

    public static QueryParameter Of(AnswerParameter parameter)
    {
        var description = $"{parameter.Description.English} / {parameter.Description.Japanese}";
        var plain =
            parameter.IsNumber ? Number(parameter.Name, description, AnswerParameter.MostSkipped)
            : parameter.IsDate ? Day(parameter.Name, description)
            : Text(parameter.Name, description);
        if (parameter.Values.Count > 0)
        {
            plain.Schema.Enum = [.. parameter.Values.Select(value => (JsonNode)JsonValue.Create(value))];
        }

        return plain with
        {
            Required = parameter.Required,
        };
    }
}
