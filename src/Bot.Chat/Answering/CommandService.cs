using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Microsoft.Extensions.Logging;

namespace Bot.Chat.Answering;

/// <summary>Renders an answer as the platform's payloads: one or more parts, in order.</summary>
public delegate IReadOnlyList<byte[]> AnswerRendering(Reply reply, CommandCall call);

/// <summary>
/// Handles every question from a platform: checks the caller's rate, then the cached answers, then gets the answer
/// itself, in time or later. Returns bytes for the platform. An answer that cannot be rendered becomes an apology.
/// </summary>
/// <param name="askers">Null: nobody's last answer is remembered.</param>
public sealed partial class CommandService(
    AskRate rate,
    RenderedAnswers kept,
    TimelyAnswers answers,
    AnswerMetrics metrics,
    TimeProvider time,
    ILogger<CommandService> logger,
    IAskers? askers = null
)
{
    /// <param name="stopping">The process's token, not the request's: a late answer outlives its request.</param>
    public ValueTask<DeskAnswer> AskAsync(Question question, AnswerRendering render, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(render);
        var call = question.Call;
        if (!rate.MayAsk(call))
        {
            metrics.Count(call, "limited");
            return new(DeskAnswer.At(render(Said(call, "TooManyQuestions"), call)));
        }

        var place = question.MayBeKept ? kept.PlaceOf(call) : null;
        if (place is null || kept.Find(place) is not { } bytes)
        {
            return AnswerAsync(question, place, render, stopping);
        }

        metrics.Count(call, "kept");
        askers?.Answered(call, time.GetUtcNow());
        return new(new DeskAnswer(bytes, [], null));
    }

    private async ValueTask<DeskAnswer> AnswerAsync(
        Question question,
        AnswerPlace? place,
        AnswerRendering render,
        CancellationToken stopping
    )
    {
        var measured = metrics.Begin(question.Call);
        var asked = time.GetUtcNow();
        var answer = await answers.AskAsync(question, stopping);
        return answer.Later is { } later ? new DeskAnswer(null, [], LaterAsync(later)) : DeskAnswer.At(Rendered(answer.Ready));

        async Task<IReadOnlyList<byte[]>> LaterAsync(Task<Reply?> reply) => Rendered(await reply);

        IReadOnlyList<byte[]> Rendered(Reply? reply)
        {
            if (reply is null)
            {
                measured.End("repeated");
                return [];
            }

            try
            {
                var parts = render(reply, question.Call);
                measured.End(
                    reply.Succeeded ? "answered"
                    : reply.Failed ? "failed"
                    : "refused"
                );
                if (place is not null && reply is { Succeeded: true, Private: true } && parts is [var only])
                {
                    kept.Keep(place, only);
                }

                if (reply.Succeeded)
                {
                    askers?.Answered(question.Call, asked);
                }

                return parts;
            }
            catch (Exception failure)
            {
                measured.End("failed");
                Log.NotRendered(logger, question.Call.Name, question.Call.Platform.Value, failure);
                return render(Said(question.Call, "AnswerFailed"), question.Call);
            }
        }
    }

    /// <summary>A single sentence by the bot, as an unsuccessful answer.</summary>
    internal static Reply Said(CommandCall call, string key) =>
        new(new Message(new MarkdownDocument { Nodes.Paragraph(Texts.In(call.Locale)[key]) }) { Locale = call.Locale })
        {
            Succeeded = false,
        };

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Error, "The answer to /{Command} could not be rendered for {Platform}")]
        public static partial void NotRendered(ILogger logger, string command, string platform, Exception failure);
    }
}

/// <summary>An answer as the platform's bytes. If empty, the request has already acted before and is only acknowledged.</summary>
/// <param name="Now">Goes into the acknowledgement; null if not ready or there is nothing to say.</param>
/// <param name="More">Parts that follow <paramref name="Now"/>, in order.</param>
/// <param name="Later">All parts, still being produced; empty if there is nothing to say.</param>
public readonly record struct DeskAnswer(byte[]? Now, IReadOnlyList<byte[]> More, Task<IReadOnlyList<byte[]>>? Later)
{
    internal static DeskAnswer At(IReadOnlyList<byte[]> parts) =>
        parts.Count == 0 ? new(null, [], null) : new(parts[0], [.. parts.Skip(1)], null);
}
