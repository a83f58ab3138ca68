using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Microsoft.Extensions.Logging;

namespace Bot.Chat.Answering;

/// <summary>
/// Has a call answered in time for a platform that waits three seconds: what is ready within <see cref="Limit"/> goes
/// back at once, the rest follows when it is ready. A handler that fails is answered with an apology, never with silence.
/// </summary>
public sealed partial class TimelyAnswers(CommandDispatcher commands, AskRate rate, TimeProvider time, ILogger<TimelyAnswers> logger)
{
    /// <summary>Leaves one of the platforms' three seconds for the way (faults E6).</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>How long an answer may take at all; longer than any platform's patience would help nobody.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <param name="stopping">Of the process, not of the request: a late answer outlives its request.</param>
    public async Task<TimelyAnswer> AskAsync(CommandCall call, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (!rate.MayAsk(call))
        {
            return new TimelyAnswer(Said(call, "TooManyQuestions"), null);
        }

        var answering = AnswerAsync(call, stopping);
        if (!answering.IsCompleted)
        {
            using var decided = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(answering, Task.Delay(Limit, time, decided.Token));
            await decided.CancelAsync();
        }

        return answering.IsCompleted ? new TimelyAnswer(await answering, null) : new TimelyAnswer(null, answering);
    }

    private async Task<Reply> AnswerAsync(CommandCall call, CancellationToken stopping)
    {
        using var longest = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(longest.Token, stopping);
        try
        {
            return await commands.DispatchAsync(call, either.Token);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, call.Name, call.Platform.Value, failure);
            return Said(call, "AnswerFailed");
        }
    }

    private static Reply Said(CommandCall call, string key) =>
        new(new Message(new MarkdownDocument { Nodes.Paragraph(Texts.In(call.Locale)[key]) }) { Locale = call.Locale }) { Succeeded = false };

    private static partial class Log
    {
        [LoggerMessage(1100, LogLevel.Error, "/{Command} from {Platform} could not be answered")]
        public static partial void Failed(ILogger logger, string command, string platform, Exception failure);
    }
}

/// <summary>One of the two is there.</summary>
/// <param name="Ready">The answer, in time.</param>
/// <param name="Later">The answer, still being made; never faults.</param>
public sealed record TimelyAnswer(Reply? Ready, Task<Reply>? Later);
