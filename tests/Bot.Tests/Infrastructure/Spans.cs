using System.Collections;
using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Bot.Tests.Infrastructure;

/// <summary>Every span of a running bot that has ended, as an exporter gets it.</summary>
internal sealed class Spans : ICollection<Activity>
{
    private readonly Lock _gate = new();
    private readonly List<Activity> _ended = [];

    public IReadOnlyList<Activity> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _ended];
            }
        }
    }

    public int Count => All.Count;

    public bool IsReadOnly => false;

    /// <summary>Everything in them that a collector would keep.</summary>
    public string Text =>
        string.Join(
            '\n',
            All.Select(span =>
                $"{span.Source.Name} {span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(
                    ' ',
                    span.Events.SelectMany(one => one.Tags)
                )}"
            )
        );

    /// <summary>Listens to a bot that will run on the bench, and gives it a collector that is not there.</summary>
    public static Spans Of(Bench bench)
    {
        var spans = new Spans();
        var compose = bench.Compose;
        bench.Set("Telemetry:Otlp:Endpoint", "http://127.0.0.1:9");
        bench.Compose = services =>
        {
            compose?.Invoke(services);
            services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans));
        };
        return spans;
    }

    public async Task<IReadOnlyList<Activity>> UntilAsync(Func<IReadOnlyList<Activity>, bool> enough, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Bench.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!enough(All))
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }

        return All;
    }

    public void Add(Activity item)
    {
        lock (_gate)
        {
            _ended.Add(item);
        }
    }

    public void Clear() => throw new NotSupportedException();

    public bool Contains(Activity item) => All.Contains(item);

    public void CopyTo(Activity[] array, int arrayIndex) => All.ToArray().CopyTo(array, arrayIndex);

    public bool Remove(Activity item) => throw new NotSupportedException();

    public IEnumerator<Activity> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
