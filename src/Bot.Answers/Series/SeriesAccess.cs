using Bot.Chat.Commands;

namespace Bot.Answers.Series;

/// <summary>Decides which series a call is about.</summary>
/// <param name="series">In the order of the configuration; empty stands for the default series.</param>
public sealed class SeriesAccess(IReadOnlyList<AskableSeries> series)
{
    private readonly IReadOnlyList<AskableSeries> _series = series.Count > 0 ? series : [AskableSeries.Default];

    /// <summary>
    /// The series that the call names, or else the first one that its workspace may ask; null if it may not. The operator
    /// may ask about all. A call that names no workspace is not the operator's for that: a platform may leave it out.
    /// </summary>
    public AskableSeries? Of(CommandCall call) =>
        _series.FirstOrDefault(entry => (call.Series is null || call.Series == entry.Key) && MayAsk(call, entry));

    private static bool MayAsk(CommandCall call, AskableSeries entry) =>
        call.IsOperators
        || entry.Workspaces.Count == 0
        || entry.Workspaces.Contains($"{call.Platform}:{call.Workspace}", StringComparer.Ordinal);
}
