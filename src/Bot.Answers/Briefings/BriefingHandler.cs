using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Briefings;

/// <summary><c>/briefing [DATE] [SECTION]</c>: the newest briefing, or that of a day, as its root or its sections say it.</summary>
public sealed class BriefingHandler(
    SeriesCatalogue access,
    AskedEditions editions,
    BriefingQueries briefings,
    EmptyArchive nothing,
    ArchivedThreads threads,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "briefing";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        if (await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken) is not { } newest)
        {
            return await nothing.AnswerAsync(new AnswerFrame(call, series, clock), cancellationToken);
        }

        // What is typed is newer than what the button was pinned to.
        var (text, edition) = await editions.ReadAsync(call.Text, series, call.Date, cancellationToken);
        var arguments = BriefingArguments.Parse(text, new TimeArgument(access.TodayOf(series), newest.Date));
        var days = arguments.Days ?? (call.Date is { } pinned ? DateSpan.Of(pinned) : null);
        var frame = new AnswerFrame(
            call with
            {
                Text = arguments.Text,
                Date = days is { IsDay: true } day ? day.From : null,
            },
            series,
            clock
        );
        if (arguments.Unreadable is { } unreadable)
        {
            return BriefingReplies.Unreadable(frame, unreadable, newest);
        }

        var briefing =
            days is null && edition.Length == 0
                ? newest
                : await briefings.AskedAsync(series.Key, days ?? DateSpan.Of(newest.Date), edition, cancellationToken);
        return
            briefing is not null
            && await threads.ComposeAsync(briefing, series, frame.Texts.Locale, frame.Dates.Form, cancellationToken) is { } thread
            ? BriefingReplies.Of(frame, briefing, thread, arguments.Sections, await BesideAsync(briefing, cancellationToken))
            : OtherBriefings.NoBriefing(
                frame,
                days ?? DateSpan.Of(newest.Date),
                newest,
                await briefings.HeldAsync(series.Key, OtherBriefings.MostHeld, cancellationToken),
                Name,
                AnswerText.BriefingOfDay
            );
    }

    /// <summary>The day's other editions.</summary>
    private async Task<IReadOnlyList<ArchivedBriefing>> BesideAsync(ArchivedBriefing briefing, CancellationToken cancellationToken) =>
        [.. (await briefings.EditionsAsync(briefing.Series, briefing.Date, cancellationToken)).Where(other => other.Id != briefing.Id)];
}
