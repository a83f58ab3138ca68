using System.Globalization;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Watches;

/// <summary><c>/unwatch N</c>: ends one of the caller's watches and forgets its rule.</summary>
public sealed class UnwatchHandler(SeriesCatalogue access, WatchStore watches, TimeProvider clock) : ICommandHandler
{
    public const string Name = "unwatch";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var frame = new AnswerFrame(call with { UpTo = false, Date = null }, series, clock);
        if (PersonalCall.OwnerOf(call) is not { } owner)
        {
            return frame.Reply([AnswerFrame.First(frame.Texts[AnswerText.WatchNotHere])]);
        }

        var words = AskedText.Clean(call.Text);
        var list = frame.Button(frame.Typed(WatchesHandler.Name), WatchesHandler.Name, "", date: null);
        if (!int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return frame.Reply([AnswerFrame.First(frame.Texts[AnswerText.UnwatchWhich]), frame.Example(WatchesHandler.Name)], list);
        }

        var rule = (await watches.OfAsync(owner, cancellationToken)).FirstOrDefault(watch => watch.Number == number)?.Rule;
        if (rule is null || !await watches.RemoveAsync(owner, number, cancellationToken))
        {
            return frame.Reply(
                [AnswerFrame.First(frame.Texts.Of(AnswerText.UnwatchNone, number)), frame.Example(WatchesHandler.Name)],
                list
            );
        }

        // A rule may be too long for a button; typed it undoes as well.
        return frame.Reply(
            [AnswerFrame.First(frame.Texts.Of(AnswerText.Unwatched, number)), frame.Example($"{WatchHandler.Name} {rule}")],
            frame.Button(frame.Texts[AnswerText.WatchUndoLabel], WatchHandler.Name, rule, date: null),
            list
        );
    }
}
