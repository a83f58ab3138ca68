namespace Bot.Serving.Guarding;

/// <summary>
/// Ends the process on the bot's own initiative and remembers that nobody asked for it, so that the exit code makes a
/// supervisor restart it.
/// </summary>
internal sealed class ProcessEnd(IHostApplicationLifetime lifetime)
{
    private volatile bool unasked;

    /// <summary>The service is stopping or has stopped without being asked to.</summary>
    public bool IsUnasked => unasked;

    public void Stop()
    {
        unasked |= !lifetime.ApplicationStopping.IsCancellationRequested;
        lifetime.StopApplication();
    }
}
