using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Posts;

namespace Bot.Answers.Briefings;

/// <summary><c>/briefing [DATE] [SECTION]</c>: shows the newest briefing, or that of a day, as its root or its sections.</summary>
public sealed class BriefingHandler(SeriesCatalogue access, BriefingQueries briefings, BriefingReader reader, TimeProvider clock) : ICommandHandler
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
            return OtherBriefings.EmptyArchive(new AnswerFrame(call, series, clock), await briefings.HeldAsync(series.Key, cancellationToken));
        }

        // A typed day overrides the one the button was pinned to.
        var arguments = BriefingArguments.Parse(call.Text, new DateArgument(access.TodayOf(series), newest.Date));
        var day = arguments.Date ?? call.Date;
        var frame = new AnswerFrame(call with { Text = arguments.Text, Date = day }, series, clock);
        if (arguments.Unreadable is { } unreadable)
        {
            return BriefingReplies.Unreadable(frame, unreadable, newest);
        }

        var briefing = day is { } date ? await briefings.OfDayAsync(series.Key, date, cancellationToken) : newest;
        return briefing is not null && await ThreadAsync(briefing, series, frame, cancellationToken) is { } thread
            ? BriefingReplies.Of(frame, briefing, thread, arguments.Sections)
            : OtherBriefings.NoBriefing(frame, day ?? newest.Date, newest, Name, AnswerText.BriefingOfDay);
    }

    /// <summary>Null if the briefing has been held or removed in the meantime.</summary>
    private async Task<ComposedThread?> ThreadAsync(ArchivedBriefing briefing, Series series, AnswerFrame frame, CancellationToken cancellationToken)
    {
        if (await briefings.DocumentAsync(briefing.Id, cancellationToken) is not { } document)
        {
            return null;
        }

        var context = new ComposeContext(series.Key, series.Name, frame.Texts.Locale, frame.Dates.Today)
        {
            Date = briefing.Date,
            Previous = await PreviousAsync(briefing, cancellationToken),
            IsSample = briefing.IsSample,
            DateForm = frame.Dates.Form,
            Zone = series.Zone,
        };
        return PostComposer.Compose(reader.Read(document, day: briefing.Date), context);
    }

    private async Task<PreviousBriefing?> PreviousAsync(ArchivedBriefing briefing, CancellationToken cancellationToken)
    {
        if (briefing.Date == DateOnly.MinValue
            || await briefings.NewestAsync(briefing.Series, briefing.Date.AddDays(-1), cancellationToken) is not { } previous
            || await briefings.DocumentAsync(previous.Id, cancellationToken) is not { } document)
        {
            return null;
        }

        return new PreviousBriefing(previous.Date, reader.Read(document, day: previous.Date).Briefing);
    }
}
