namespace Bot.Archive.Queries;

/// <summary>How far the reading again of a series' briefings has come.</summary>
/// <param name="Read">Those that today's reader has read; fewer than <paramref name="Total"/>.</param>
/// <param name="Total">All that can be asked about.</param>
public sealed record RereadProgress(int Read, int Total);
