namespace Bot.Configuration;

/// <summary>
/// A collector that speaks OTLP. What is not set here is taken from the variables that every OpenTelemetry SDK knows
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>OTEL_SERVICE_NAME</c>, …).
/// </summary>
public sealed class OtlpOptions
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Base address; null: nothing is sent.</summary>
    public Uri? Endpoint { get; init; }

    public OtlpProtocol Protocol { get; init; } = OtlpProtocol.Grpc;

    /// <summary>Headers of every request, name → value. As secret as a token.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The collector that a configuration names, by its own section or by the SDK's variable; null: none.</summary>
    public static Uri? EndpointOf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Uri.TryCreate(configuration[EndpointVariable], UriKind.Absolute, out var endpoint) ? endpoint : null;
    }

    /// <summary>As the SDK's variables; empty without an endpoint.</summary>
    internal IReadOnlyDictionary<string, string?> ToVariables()
    {
        if (Endpoint is null)
        {
            return new Dictionary<string, string?>();
        }

        var variables = new Dictionary<string, string?>
        {
            [EndpointVariable] = Endpoint.OriginalString,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = Protocol == OtlpProtocol.Grpc ? "grpc" : "http/protobuf",
        };
        if (Headers.Count > 0)
        {
            variables["OTEL_EXPORTER_OTLP_HEADERS"] = string.Join(
                ',',
                Headers.Select(header => $"{header.Key}={Uri.EscapeDataString(header.Value)}")
            );
        }

        return variables;
    }
}
