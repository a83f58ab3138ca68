using System.Diagnostics;
using Bot.Chat.Commands;

namespace Bot.Chat.Answering;

/// <summary>One question under way, with its span; may end long after its request was acknowledged.</summary>
internal sealed class MeasuredAnswer(AnswerMetrics metrics, CommandCall call, Activity? activity, long began)
{
    /// <param name="outcome">One of the closed list of <c>bot.answers.answered</c>.</param>
    public void End(string outcome)
    {
        metrics.Count(call, outcome);
        metrics.Took(call, began);
        activity?.SetTag("bot.outcome", outcome);
        if (outcome == "failed")
        {
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        activity?.Dispose();
    }
}
