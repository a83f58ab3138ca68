using Bot.Chat.Options;

namespace Bot.Configuration;

/// <summary>Where traces and metrics go besides <c>/metrics</c>.</summary>
public sealed class TelemetryOptions : IRules
{
    public OtlpOptions Otlp { get; init; } = new();

    public IEnumerable<OptionProblem> Check() =>
        Otlp.Endpoint is { } endpoint && endpoint.Scheme is not ("http" or "https")
            ? [new($"{nameof(Otlp)}:{nameof(OtlpOptions.Endpoint)}", HostTexts.Both("Telemetry.HttpOnly"))]
            : [];
}
