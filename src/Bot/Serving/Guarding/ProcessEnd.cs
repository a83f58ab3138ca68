namespace Bot.Serving.Guarding;

/// <summary>Ends the process for a reason of its own, and remembers that nobody asked for it: the exit code then makes a supervisor start it again.</summary>
internal sealed class ProcessEnd(IHostApplicationLifetime lifetime)
{
    private volatile bool unasked;

    /// <summary>The service stops or has stopped without being told to.</summary>
    public bool IsUnasked => unasked;

    public void Stop()
    {
        unasked |= !lifetime.ApplicationStopping.IsCancellationRequested;
        lifetime.StopApplication();
    }
}
