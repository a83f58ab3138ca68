using System.Globalization;
using System.Runtime.InteropServices;

namespace Bot.FaultHook;

/// <summary>Sees every checkpoint of the delivery in the thread that reaches it.</summary>
internal sealed partial class Checkpoints(Order order) : IObserver<KeyValuePair<string, object?>>
{
    private readonly Lock _gate = new();
    private int _fitting;

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Before the lock, where a slow disk may hold a thread up: what counts is when the step was reached.
        var at = DateTimeOffset.UtcNow;
        var ordinal = Property(value.Value, "Ordinal") as int?;
        lock (_gate)
        {
            if (order.Trace is not null)
            {
                var line = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{at:O} {Environment.ProcessId} {value.Key} {Property(value.Value, "Token") ?? "-"} {Property(value.Value, "Key") ?? "-"} {ordinal?.ToString(CultureInfo.InvariantCulture) ?? "-"}\n"
                );
                File.AppendAllText(order.Trace, line);
            }

            if (
                value.Key != order.At
                || (order.IsRoot is { } isRoot && ordinal is { } number && isRoot != (number == 0))
                || (order.Token is { } wanted && Property(value.Value, "Token") is string token && token != wanted)
                || ++_fitting != order.Nth
            )
            {
                return;
            }

            // To this thread, so that it does not run on meanwhile: a signal to the process is taken by any thread, some time later.
            _ = Raise(order.Signal);
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    // The hook knows no assembly of the bot, so that it can be loaded into any build of it.
    private static object? Property(object? payload, string name) => payload?.GetType().GetProperty(name)?.GetValue(payload);

    [LibraryImport("libc", EntryPoint = "raise")]
    private static partial int Raise(int signal);
}
