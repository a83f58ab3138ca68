using System.Diagnostics.Metrics;

namespace Bot.Delivery.Tests.Fakes;

public sealed class PlainMeters : IMeterFactory
{
    public Meter Create(MeterOptions options) => new(options);

    public void Dispose() { }
}
