using System.Text.Json.Serialization;

namespace Bot.Web.Api.Deliveries;

/// <summary>The body of a ledger operation. Each operation reads what it needs.</summary>
internal sealed record OperationBody(string? Verdict, string? MessageId, string? ThreadId, string? Scope, string? Detail);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OperationBody))]
internal sealed partial class OperationBodyJson : JsonSerializerContext;
