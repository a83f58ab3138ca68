using System.Text.Json.Serialization;

namespace Bot.Web.Api.Deliveries;

/// <summary>The body of a ledger operation. Each operation reads what it needs.</summary>
internal sealed record OperationBody(string? Verdict, string? MessageId, string? ThreadId, string? Scope, string? Detail)
{
    /// <summary>Series, date and edition of a briefing.</summary>
    public string? Series { get; init; }

    public string? Date { get; init; }

    public string? Edition { get; init; }

    /// <summary><c>slack:T1/C1</c>.</summary>
    public string? Channel { get; init; }

    /// <summary><see cref="Bot.Delivery.Operations.CorrectionScope.UpTo"/>.</summary>
    public long? UpTo { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OperationBody))]
internal sealed partial class OperationBodyJson : JsonSerializerContext;
