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
        return !int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? frame.Reply([AnswerFrame.First(frame.Texts[AnswerText.UnwatchWhich]), frame.Example(WatchesHandler.Name)], list)
            : await watches.RemoveAsync(owner, number, cancellationToken)
                ? frame.Reply([AnswerFrame.First(frame.Texts.Of(AnswerText.Unwatched, number))], list)
            : frame.Reply([AnswerFrame.First(frame.Texts.Of(AnswerText.UnwatchNone, number)), frame.Example(WatchesHandler.Name)], list);
    }
}
