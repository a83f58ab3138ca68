using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Microsoft.Extensions.Logging;

namespace Bot.Chat.Answering;

/// <summary>
/// Answers questions in time for a platform that waits three seconds: an answer ready within <see cref="Limit"/> is
/// returned at once; otherwise it follows when ready. If a handler fails, the answer is an apology, never silence.
/// </summary>
public sealed partial class TimelyAnswers(
    CommandDispatcher commands,
    PostLinks links,
    IInbox inbox,
    TimeProvider time,
    ILogger<TimelyAnswers> logger
)
{
    /// <summary>Leaves one of the platforms' three seconds for the network (faults E6).</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Longest time an answer may take; no platform would wait longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <param name="stopping">The process's token, not the request's: a late answer outlives its request.</param>
    public async Task<TimelyAnswer> AskAsync(Question question, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(question);
        var answering = AnswerAsync(question, stopping);
        if (!answering.IsCompleted)
        {
            using var decided = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(answering, Task.Delay(Limit, time, decided.Token));
            await decided.CancelAsync();
        }

        return answering.IsCompleted ? new TimelyAnswer(await answering, null) : new TimelyAnswer(null, answering);
    }

    private async Task<Reply?> AnswerAsync(Question question, CancellationToken stopping)
    {
        var call = question.Call;
        using var longest = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(longest.Token, stopping);
        try
        {
            var subcommand = commands.Catalogue.Resolve(call)?.Subcommand;
            if (question.IsAdmin is { } isAdmin && (subcommand ?? commands.Catalogue.Find(call.Name)?.Subcommands[0]) is { } known)
            {
                call = call with { IsAdmin = await IsAdminAsync(known, isAdmin, either.Token) };
            }

            // A caller without permission changes nothing, and so is answered every time.
            var acts = question.ActsOnce || (subcommand is { Changes: true } && subcommand.Allows(call));
            return acts && !await inbox.TryAcceptAsync(call.Platform, question.Request, either.Token)
                ? null
                : await links.AddAsync(await commands.DispatchAsync(call, either.Token), call, either.Token);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, call.Name, call.Platform.Value, failure);
            return CommandService.Said(call, "AnswerFailed") with { Failed = true };
        }
    }

    /// <summary>
    /// Asks only if it matters. An answer that merely contains more for admins is given without the extras if the
    /// platform does not say.
    /// </summary>
    private async ValueTask<bool> IsAdminAsync(
        Subcommand subcommand,
        Func<CancellationToken, ValueTask<bool>> isAdmin,
        CancellationToken cancellationToken
    )
    {
        if (subcommand.Access == Access.Admins)
        {
            return await isAdmin(cancellationToken);
        }

        if (!subcommand.VariesByAccess)
        {
            return false;
        }

        try
        {
            return await isAdmin(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.RoleNotSaid(logger, failure.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1100, LogLevel.Error, "/{Command} from {Platform} could not be answered")]
        public static partial void Failed(ILogger logger, string command, string platform, Exception failure);

        [LoggerMessage(1104, LogLevel.Debug, "Could not tell whether the caller is an admin ({Failure}); answered as for non-admins")]
        public static partial void RoleNotSaid(ILogger logger, string failure);
    }
}

/// <summary>With neither, the request has already acted before and is not answered again.</summary>
/// <param name="Ready">The answer, in time.</param>
/// <param name="Later">The answer, still being produced; never faults. A null result means the same.</param>
public sealed record TimelyAnswer(Reply? Ready, Task<Reply?>? Later);
