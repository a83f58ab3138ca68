namespace Bot.Delivery.Sending;

/// <summary>The three moments of a stop, in order.</summary>
/// <param name="Stopping">Begin nothing new.</param>
/// <param name="Abort">End requests under way: what has not answered is unknown.</param>
/// <param name="GiveUp">Stop retrying to write outcomes; the next start looks them up.</param>
public readonly record struct SendStop(CancellationToken Stopping, CancellationToken Abort, CancellationToken GiveUp);
