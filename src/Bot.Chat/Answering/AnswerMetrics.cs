using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Chat.Commands;

namespace Bot.Chat.Answering;

/// <summary>
/// Questions of the meter <c>Bot.Answers</c>, by command, platform and outcome, and a span for each that is not answered from what is kept.
/// Commands are labelled by the catalogue's names: what people type is never a label.
/// </summary>
public sealed class AnswerMetrics
{
    /// <summary>What is not in the catalogue: a company's name, a typo.</summary>
    public const string NoCommand = "none";

    private static readonly ActivitySource Source = new(RenderedAnswers.Meter);

    private readonly CommandCatalogue _catalogue;
    private readonly TimeProvider _time;
    private readonly Counter<long> _answered;
    private readonly Histogram<double> _durations;

    public AnswerMetrics(CommandCatalogue catalogue, TimeProvider time, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (_catalogue, _time) = (catalogue, time);
        var meter = meters.Create(RenderedAnswers.Meter);
        _answered = meter.CreateCounter<long>(
            "bot.answers.answered",
            "{question}",
            "Questions, by platform, command and outcome: answered, kept, refused, repeated, limited or failed"
        );
        _durations = meter.CreateHistogram<double>(
            "bot.answers.duration",
            "s",
            "Time from a question to its rendered answer, by platform",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10, 60] }
        );
    }

    /// <summary>A question that needs no work: <c>kept</c> or <c>limited</c>.</summary>
    public void Count(CommandCall call, string outcome)
    {
        ArgumentNullException.ThrowIfNull(call);
        _answered.Add(1, new("platform", call.Platform.Value), new("command", NameOf(call)), new("outcome", outcome));
    }

    /// <summary>A question that is being answered; <see cref="MeasuredAnswer.End"/> it once.</summary>
    internal MeasuredAnswer Begin(CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var name = NameOf(call);
        var activity = Source
            .StartActivity($"answer {name}", ActivityKind.Internal)
            ?.SetTag("bot.command", name)
            .SetTag("bot.platform", call.Platform.Value)
            .SetTag("bot.workspace", call.Workspace);
        return new MeasuredAnswer(this, call, activity, _time.GetTimestamp());
    }

    internal void Took(CommandCall call, long began) =>
        _durations.Record(_time.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("platform", call.Platform.Value));

    private string NameOf(CommandCall call) => _catalogue.Resolve(call)?.Command.Name ?? _catalogue.Find(call.Name)?.Name ?? NoCommand;
}
