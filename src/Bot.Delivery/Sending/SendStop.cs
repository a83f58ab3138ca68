namespace Bot.Delivery.Sending;

/// <summary>The three stages of a stop, in order.</summary>
/// <param name="Stopping">Start nothing new.</param>
/// <param name="Abort">Abort requests in flight: the outcome of any without an answer is unknown.</param>
/// <param name="GiveUp">Stop retrying to write outcomes; the next start looks them up.</param>
public readonly record struct SendStop(CancellationToken Stopping, CancellationToken Abort, CancellationToken GiveUp);
