using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Bot.Web.Api.Description;

/// <summary>The OpenAPI document of <c>/api</c>, at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    private const string Bearer = "bearer";

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo
                        {
                            Title = "Briefing bot",
                            Version = "v1",
                            Description =
                                "Stored briefings as data, and the same answers as in a chat. Every answer has its day and its sources. "
                                + "Errors are problem details (RFC 9457) in the language of Accept-Language.",
                        };
                        // Where it runs is the operator's affair; addresses are relative to the document.
                        document.Servers = [];
                        document.Components ??= new OpenApiComponents();
                        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
                        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
                        {
                            Type = SecuritySchemeType.Http,
                            Scheme = Bearer,
                            Description =
                                "Reading: one of Web:Auth:ReadTokens or Web:Auth:Tokens, if any is configured. Storing briefings and working "
                                + "deliveries need tokens of their own (Intake:ApiTokens, Admins:Tokens).",
                        };
                        document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                        operation.Parameters = [.. operation.Parameters ?? [], .. metadata.OfType<QueryParameter>().Select(Parameter)];
                        if (metadata.OfType<MarkdownBody>().Any())
                        {
                            operation.RequestBody = Markdown();
                        }

                        return Task.CompletedTask;
                    }
                );
            }
        );

    private static OpenApiRequestBody Markdown() =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["text/markdown"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        };

    private static IOpenApiParameter Parameter(QueryParameter parameter) =>
        new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Required = parameter.Required,
            Schema = parameter.Schema,
        };
}
