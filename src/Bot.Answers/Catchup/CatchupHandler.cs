using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;

namespace Bot.Answers.Catchup;

/// <summary>
/// <c>/catchup [SINCE] [3min]</c>: each story once, in its latest state, since the asker's last answer, else of seven days, within the
/// time that there is to read. Its answer is the asker's alone; repeated, it names its days.
/// </summary>
/// <param name="askers">Null where nobody is known: then it is seven days.</param>
public sealed class CatchupHandler(
    SeriesCatalogue access,
    AskedTimes times,
    BriefingQueries briefings,
    EmptyArchive nothing,
    CatchupStories stories,
    ReferenceQueries references,
    TimeProvider clock,
    IAskers? askers = null
) : ICommandHandler
{
    public const string Name = "catchup";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var words = new ArgumentWords(call.Text);
        var skip = PageArgument.Take(words);
        var minutes = ReadingBudget.Take(words) ?? ReadingBudget.Default;
        var typed = await times.TakeAsync(words, series, cancellationToken);
        if (!words.IsEmpty)
        {
            return new AnswerFrame(call, series, clock).NotUnderstood(words.Left, Name);
        }

        if (await briefings.NewestAsync(series.Key, call.UpTo ? call.Date : null, cancellationToken) is not { } newest)
        {
            return await nothing.AnswerAsync(new AnswerFrame(call, series, clock), cancellationToken);
        }

        var last = call is { UpTo: true, Date: { } pinned } ? pinned : newest.Date;
        var period = await PeriodAsync(call, typed, series.Key, last, cancellationToken);
        var found = await stories.FindAsync(series.Key, period.Days, cancellationToken);
        var frame = new AnswerFrame(call with { Text = Text(0), Date = null, UpTo = false }, series, clock);
        if (found.Count == 0)
        {
            var held = await briefings.HeldAsync(series.Key, OtherBriefings.MostHeld, cancellationToken);
            return OtherBriefings.NoBriefing(frame, period.Days, newest, held, "briefing", AnswerText.BriefingOfDay);
        }

        skip = skip < found.Count ? skip : 0;
        frame = new AnswerFrame(call with { Text = Text(skip), Date = null, UpTo = false }, series, clock);
        var cited = found.Skip(skip).Take(CatchupReplies.MostStories).SelectMany(story => story.Cited);
        var sources = await CitedSources.LoadAsync(references, frame, cited, cancellationToken);
        return new CatchupReplies(frame, period, sources).Of(found, skip, minutes, Text);

        string Text(int shown) => PageArgument.Text($"{Dates(period.Days)} {ReadingBudget.Value(minutes)}", shown);
    }

    private async Task<CatchupPeriod> PeriodAsync(
        CommandCall call,
        DateSpan? typed,
        string series,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        // A day is the first of many; a span names its last as well.
        if (typed is { } asked)
        {
            var to = asked.IsDay || asked.To > last ? last : asked.To;
            return CatchupPeriod.Since(asked.From, asked.From > to ? asked.From : to, CatchupReason.Asked);
        }

        if (call is { Date: { } day, UpTo: false })
        {
            return CatchupPeriod.Since(day, day, CatchupReason.Asked);
        }

        if (call.UpTo || askers is null || await askers.LastAnsweredAsync(call, cancellationToken) is not { } answered)
        {
            return CatchupPeriod.Usual(last, CatchupReason.Asked);
        }

        return await briefings.FirstAfterAsync(series, answered, cancellationToken) is { } first
            ? CatchupPeriod.Since(first, last, CatchupReason.SinceLastAnswer)
            : CatchupPeriod.Usual(last, CatchupReason.NothingSinceLastAnswer);
    }

    /// <summary>A first day, or two; the last day of all stands beside the call.</summary>
    private static string Dates(DateSpan days) => days.IsDay ? Chat.Text.Dates.Iso(days.From) : TimeArgument.Text(days);
}
