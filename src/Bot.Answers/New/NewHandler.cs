using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.New;

/// <summary>
/// <c>/new [SINCE]</c>: what the newest briefing, or those of some days, tell for the first time, and what they tell again.
/// </summary>
public sealed class NewHandler(
    SeriesCatalogue access,
    AskedTimes times,
    BriefingQueries briefings,
    EmptyArchive nothing,
    NewStories stories,
    ReferenceQueries references,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "new";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var words = new ArgumentWords(call.Text);
        var typed = await times.TakeAsync(words, series, cancellationToken);
        if (typed is null && call.Date is null && await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken) is { } last)
        {
            typed = DateSpan.Of(last.Date);
        }

        var text = typed is { IsDay: false } span ? TimeArgument.Text(span) : "";
        var (frame, asked) = AnswerFrame.OfDays(call, text, typed, series, clock);
        if (!words.IsEmpty)
        {
            return frame.NotUnderstood(words.Left, Name);
        }

        if (asked is not { } days || await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken) is not { } newest)
        {
            return await nothing.AnswerAsync(frame, cancellationToken);
        }

        if (await briefings.NewestAsync(series.Key, days, cancellationToken) is not { } told)
        {
            var held = await briefings.HeldAsync(series.Key, OtherBriefings.MostHeld, cancellationToken);
            return OtherBriefings.NoBriefing(frame, days, newest, held, Name, Texts.AnswerText.NewOfDay);
        }

        var found = await stories.FindAsync(series.Key, days, cancellationToken);
        var replies = await NewReplies.LoadAsync(references, frame, found, cancellationToken);
        return frame.About(told, replies.Of(found, days));
    }
}
