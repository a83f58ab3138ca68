using System.Runtime.InteropServices;

namespace Bot.Serving.Guarding;

/// <summary>
/// Knows whether somebody asked the process to end: with a signal, as a terminal or a supervisor does. Whatever else stops the
/// service, the exit code then makes a supervisor start it again.
/// </summary>
internal sealed class ProcessEnd : IDisposable
{
    private readonly IHostApplicationLifetime _lifetime;
    private readonly List<PosixSignalRegistration> _signals;
    private volatile bool _isAsked;

    public ProcessEnd(IHostApplicationLifetime lifetime)
    {
        _lifetime = lifetime;
        _signals =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP }.Select(signal =>
                PosixSignalRegistration.Create(signal, _ => _isAsked = true)
            ),
        ];
    }

    /// <summary>The service stops or has stopped without being told to.</summary>
    public bool IsUnasked => !_isAsked && _lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Ends the process for a reason of its own.</summary>
    public void Stop() => _lifetime.StopApplication();

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());
}
